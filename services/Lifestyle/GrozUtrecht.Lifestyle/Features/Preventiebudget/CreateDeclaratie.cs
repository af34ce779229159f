using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>Which month to close.</summary>
public sealed record DeclaratieRequest(
    [property: Required, RegularExpression(Declaratiemaand.Pattern), Description("Bijvoorbeeld 2026-10; de maand moet voorbij zijn.")] string Maand);

/// <summary><c>POST /preventiebudgetten/{id}/declaraties</c>: closes a month, once.</summary>
internal static class CreateDeclaratie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/declaraties", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Maand declareren")
        .WithDescription(
            "Zet alles wat tot en met deze maand is besteed en nog niet is gedeclareerd op regels, met correcties op eerdere declaraties. Wat later nog "
            + "wordt ingecheckt, komt in de volgende. Een maand wordt één keer gesloten: nogmaals vragen geeft dezelfde declaratie.")
        .MayFail(PreventiebudgetFailures.Unknown)
        .MayFail(DeclaratieFailures.Closing);

    private static async Task<Results<Created<DeclaratieAnswer>, Ok<DeclaratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, DeclaratieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await OwnPreventiebudget.LockAsync(http, work, id) is not { } budget)
            return PreventiebudgetFailures.Unknown.ToProblem();

        var maand = Declaratiemaand.Read(request.Maand);
        var connection = await work.OpenAsync(http.RequestAborted);
        var earlier = await DeclaratieStore.OfBudgetAsync(connection, id, http.RequestAborted);
        if (earlier.FirstOrDefault(declaratie => declaratie.Maand == maand.Eerste) is { } same)
            return TypedResults.Ok(DeclaratieAnswer.Of(same));

        var now = clock.GetUtcNow();
        if (maand.Check(NederlandseTijd.DayOf(now), budget.VanDatum, earlier.Count == 0 ? null : earlier[^1].Maand) is { } fault)
            return DeclaratieFailures.Of(fault).ToProblem();

        var declaratieId = await CloseAsync(connection, id, maand, now, http.RequestAborted);
        var row = await DeclaratieStore.GetAsync(connection, declaratieId, http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", DeclaratieAnswer.Of(row));
    }

    private static async Task<Guid> CloseAsync(
        NpgsqlConnection connection, Guid budgetId, Declaratiemaand maand, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var declaratieId = Guid.CreateVersion7(now);
        var sommen = await DeclaratieStore.CloseAsync(
            connection, declaratieId, budgetId, maand.Eerste, maand.Laatste, now, cancellationToken);
        var last = await BoekingStore.LockAsync(connection, budgetId, cancellationToken);
        List<Boeking> bookings = [];
        if (sommen.BestedingenCenten > 0)
            bookings.Add(Boeking.Declareren(sommen.BestedingenCenten));
        if (sommen.CorrectiesCenten > 0)
            bookings.Add(Boeking.Verrekenen(sommen.CorrectiesCenten));
        var rows = bookings.Select((booking, index) => new BoekingRow
        {
            Id = Guid.CreateVersion7(now), BudgetId = budgetId, Volgnummer = last!.Value + index + 1, Boeking = booking, DeclaratieId = declaratieId,
        });
        await BoekingStore.InsertAsync(connection, [.. rows], now, cancellationToken);
        return declaratieId;
    }
}
