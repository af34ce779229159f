using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>
/// <c>POST /agendalinks</c>: an address at which a person's own calendar reads where they take part. The address is shown once. An
/// Idempotency-Key is refused, because its answer is kept in the database and would keep the secret in the clear.
/// </summary>
internal static class CreateAgendalink
{
    public const int MaximumPerPersoon = 5;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/agendalinks", Handle)
        .WithSummary("Agendalink maken")
        .WithDescription(
            "Een adres voor de agenda op iemands telefoon: wie het adres kent ziet waar deze persoon aan meedoet, voor zover deze partner de "
            + "aanmelding deed, en niets anders. Geef het alleen aan de persoon zelf; het is niet opnieuw op te vragen. Een Idempotency-Key wordt geweigerd.")
        .MayFail(AgendalinkFailures.PersoonRemoved, AgendalinkFailures.TooMany, AgendalinkFailures.NotKept);

    private static async Task<Results<Created<NieuweAgendalink>, ProblemHttpResult>> Handle(
        AgendalinkVerzoek verzoek, HttpContext http, UnitOfWork work, IOptions<OpenSettings> open, TimeProvider clock)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return AgendalinkFailures.NotKept.ToProblem("Een herhaald verzoek geeft een nieuwe agendalink; trek de vorige in.");

        var (now, partnerId, cancellation) = (clock.GetUtcNow(), http.User.PartnerId(), http.RequestAborted);
        var connection = await work.OpenAsync(cancellation);
        // Asking also holds off who makes another link for the same person, so that the count is true.
        if (await PersoonStore.IsRemovedAsync(connection, verzoek.PersoonId, cancellation))
            return AgendalinkFailures.PersoonRemoved.ToProblem();
        if (await AgendalinkStore.CountAsync(connection, partnerId, verzoek.PersoonId, cancellation) >= MaximumPerPersoon)
            return AgendalinkFailures.TooMany.ToProblem();

        var geheim = Agendageheim.Generate();
        var row = new AgendalinkRow { Id = Guid.CreateVersion7(now), PersoonId = verzoek.PersoonId, AangemaaktOp = now };
        await AgendalinkStore.InsertAsync(connection, row, partnerId, Agendageheim.TryHash(geheim)!, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created(
            $"{http.Request.Path}/{row.Id}",
            new NieuweAgendalink(row.Id, row.PersoonId, $"{open.Value.Adres}/agenda/personen/{geheim}.ics", now));
    }
}

/// <summary>Whose calendar.</summary>
public sealed record AgendalinkVerzoek([property: Description("De persoon, zoals bekend bij Identity.")] Guid PersoonId);

/// <summary>A link with its address, which is shown this once.</summary>
public sealed record NieuweAgendalink(
    Guid Id,
    Guid PersoonId,
    [property: Description("Het adres met het geheim, om in een agenda te zetten.")] string Adres,
    DateTimeOffset AangemaaktOp);
