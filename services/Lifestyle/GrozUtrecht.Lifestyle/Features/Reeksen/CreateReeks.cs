using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>POST /activiteiten/{id}/reeksen</c>: sessions that come back.</summary>
internal static class CreateReeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/reeksen", Handle)
        .WithSummary("Reeks sessies maken")
        .WithDescription(
            "Maakt de sessies van de eerste 26 weken, en daarna vanzelf de volgende. Alle sessies komen er, of geen: botst er een met een "
            + "sessie die er al is, dan noemt het antwoord de dagen. Vraag eerst een voorbeeld.")
        .MayFail(ActiviteitFailures.Unknown, ReeksFailures.Overlaps, SessieFailures.TooMany)
        .MayFail(ReeksFailures.Refusals);

    private static async Task<Results<Created<ReeksAnswer>, ProblemHttpResult>> Handle(
        Guid id, ReeksBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var (today, regel, cancellation) = (NederlandseTijd.DayOf(now), body.ToRegel(), http.RequestAborted);
        if (ReeksRules.Describe(regel, today) is { } refusal)
            return ReeksFailures.Of(refusal).ToProblem();

        var connection = await work.OpenAsync(cancellation);
        if (await ActiviteitStore.LockOwnAsync(connection, id, http.User.PartnerId(), cancellation) is null)
            return ActiviteitFailures.Unknown.ToProblem();

        HashSet<DateOnly> overgeslagen = [.. body.OvergeslagenDagen ?? []];
        var plan = Reeksplan.Of(regel, overgeslagen, regel.Vanaf, Reeksplan.Horizon(regel, today), 0, now);
        if (ReeksRules.Plan(regel, plan) is { } empty)
            return ReeksFailures.Of(empty).ToProblem();
        if (await OwnReeks.RefuseAsync(connection, id, plan.Sessies, [], now, cancellation) is { } problem)
            return problem;

        var row = NewRow(id, http.User.PartnerId(), plan, now).With(regel);
        await ReeksStore.InsertAsync(connection, row, cancellation);
        await ReeksStore.SkipAsync(connection, row.Id, overgeslagen, Overslagreden.Overgeslagen, cancellation);
        await ReekssessieStore.InsertAsync(connection, row, plan.Sessies, now, cancellation);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", ReeksAnswer.Of(row));
    }

    private static ReeksRow NewRow(Guid activiteitId, Guid partnerId, Reeksplan plan, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ActiviteitId = activiteitId,
        PartnerId = partnerId,
        Version = 1,
        Frequentie = "",
        Elke = 1,
        Weekdagen = [],
        Vanaf = default,
        Begintijd = "",
        DuurMinuten = 0,
        OverslaanInVakanties = false,
        OverslaanOpFeestdagen = false,
        GeplandTot = plan.GeplandTot,
        AantalGepland = plan.Sessies.Count,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };
}
