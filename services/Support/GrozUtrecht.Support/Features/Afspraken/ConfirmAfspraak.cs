using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>One side says whether it took place.</summary>
public sealed record ConfirmAfspraakRequest(
    [property: Description("Wie dit zegt.")] Rol Rol,
    [property: Description("Of de afspraak is doorgegaan.")] bool Doorgegaan,
    [property: Description("Hoeveel minuten; laat weg of geef 0 als de afspraak niet doorging."), Range(0, 1440, ErrorMessage = "Een duur is 0 tot 1440 minuten.")]
    int? DuurMinuten = null);

internal static class ConfirmAfspraak
{
    private const string UrenSoort = "vrijwilligerswerk";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/afspraken/{id:guid}/bevestigingen", HandleAsync)
        .WithSummary("Bevestig of een afspraak is doorgegaan")
        .WithDescription(
            "Helper en hulpvrager bevestigen elk. Noemen beide dezelfde minuten, dan is de afspraak uitgevoerd en gaan de uren naar de Tijdbank. Verschillen "
            + "de minuten, dan telt van elke kant het laatste woord. Zegt een kant dat het niet doorging, dan is de afspraak niet doorgegaan.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<AfspraakResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ConfirmAfspraakRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var said = new Bevestiging(request.Doorgegaan, request.DuurMinuten ?? 0);
        if (said.Doorgegaan != said.DurationMinutes > 0)
        {
            return AfspraakFailures.MinutesContradict.ToProblem("Noem minuten als de afspraak doorging, en geen als dat niet zo is.");
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await HulpvraagStore.LockOfAfspraakAsync(connection, partnerId, id, cancellationToken) is not { } hulpvraag
            || await AfspraakStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } row)
        {
            return AfspraakFailures.Unknown.ToProblem();
        }

        var now = clock.GetUtcNow();
        if (said.Doorgegaan && row.BegintOp > now)
        {
            return AfspraakFailures.NotBegun.ToProblem("Bevestig dat de afspraak doorging zodra die is begonnen.");
        }

        var before = row.ToDomain();
        if (before.Confirm(request.Rol, said) is not { } after)
        {
            return AfspraakFailures.Ended.ToProblem($"De afspraak is {row.Status}; dat verandert niet meer.");
        }

        if (after != before)
        {
            row = row.With(after);
            await AfspraakStore.UpdateAsync(connection, row, cancellationToken);
            await FollowAsync(connection, work, row, after, hulpvraag, now, cancellationToken);
        }

        ETags.Set(http, row.Version);
        return TypedResults.Ok(row.ToResponse());
    }

    /// <summary>Lets the hulpvraag follow an appointment that has just ended.</summary>
    private static async Task FollowAsync(
        NpgsqlConnection connection,
        UnitOfWork work,
        AfspraakRow row,
        Afspraak afspraak,
        HulpvraagRow hulpvraag,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (!afspraak.HasEnded)
        {
            return;
        }

        var (_, version) = await HulpvraagStore.FollowAsync(connection, hulpvraag.Id, now, cancellationToken);
        if (afspraak.Status is AfspraakStatus.Uitgevoerd)
        {
            var facts = await AfspraakStore.FulfilledFactsAsync(connection, row.Id, cancellationToken);
            work.Publish(new HulpvraagFulfilled
            {
                HulpvraagId = hulpvraag.Id,
                AfspraakId = row.Id,
                Version = version,
                PartnerId = hulpvraag.PartnerId,
                HelperPersoonId = facts.HelperPersoonId,
                HulpvragerPersoonId = facts.HulpvragerPersoonId,
                DurationMinutes = afspraak.Helper!.Value.DurationMinutes,
                UrenSoort = UrenSoort,
                UitgevoerdDatum = facts.UitgevoerdDatum,
                OpgetredenOp = now,
            });
        }
    }
}
