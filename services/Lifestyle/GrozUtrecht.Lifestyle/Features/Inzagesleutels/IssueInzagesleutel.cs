using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Inzagesleutels;

/// <summary>A key, shown this once.</summary>
internal sealed record InzagesleutelAnswer(
    [property: Description("De sleutel. Staat alleen in dit antwoord: geef hem aan de persoon en bewaar hem niet.")] string Inzagesleutel,
    [property: Description("Vanaf dit moment werkt de sleutel.")] DateTimeOffset GeldtVanaf);

/// <summary><c>POST /personen/{persoonId}/inzagesleutels</c>: a guide hands a resident the key to what is theirs.</summary>
internal static class IssueInzagesleutel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/personen/{persoonId:guid}/inzagesleutels", Handle)
        .RequireScope(InzagesleutelFailures.GuideScope)
        .WithSummary("Inzagesleutel uitgeven")
        .WithDescription(
            "De eigen sleutel van een persoon. Die is nodig om in te stemmen, metingen in te vullen en het eigen inzicht te zien. Is er al een sleutel, dan is die "
            + "kwijt: de nieuwe werkt na drie dagen, en vervalt als de oude in die tijd nog wordt gebruikt. Elke uitgifte staat in het logboek dat de persoon zelf ziet.")
        .Produces<InzagesleutelAnswer>(StatusCodes.Status201Created)
        .MayFail(InzagesleutelFailures.NotKept, InzagesleutelFailures.NotYours, DeelnameFailures.PersoonRemoved);

    private static async Task<IResult> Handle(Guid persoonId, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return InzagesleutelFailures.NotKept.ToProblem();

        var (partnerId, now) = (http.User.PartnerId(), clock.GetUtcNow());
        var connection = await work.OpenAsync(http.RequestAborted);
        if (persoonId == Guid.Empty || await PersoonStore.IsRemovedAsync(connection, persoonId, http.RequestAborted))
            return DeelnameFailures.PersoonRemoved.ToProblem();

        // From here on IsRemovedAsync holds off another first key of the same person.
        var row = await Sleutelkast.LockAsync(connection, persoonId, http.RequestAborted);
        if (row is not null
            && !await ArrangementStore.GuidesAsync(connection, row.Pseudoniem, partnerId, http.RequestAborted)
            && !await Sleutellogboek.IssuedAsync(connection, persoonId, partnerId, http.RequestAborted))
        {
            return InzagesleutelFailures.NotYours.ToProblem();
        }

        var sleutel = Inzagesleutel.Create();
        var geldtVanaf = row is null ? now : now + Inzagesleutel.Pause;
        if (row is null)
            await Sleutelkast.AddAsync(connection, persoonId, Inzagesleutel.Hash(sleutel), http.RequestAborted);
        else
            await Sleutelkast.SaveAsync(connection, row with { NieuweSleutelHash = Inzagesleutel.Hash(sleutel), NieuweGeldtVanaf = geldtVanaf }, http.RequestAborted);
        var gebeurtenis = new Sleutelgebeurtenis
        {
            Id = Guid.CreateVersion7(now),
            PersoonId = persoonId,
            Gebeurtenis = row is null ? "uitgegeven" : "heruitgave-gevraagd",
            PartnerId = partnerId,
            ClientId = http.User.ClientId(),
            Op = now,
        };
        await Sleutellogboek.AddAsync(connection, gebeurtenis, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new InzagesleutelAnswer(sleutel, geldtVanaf), statusCode: StatusCodes.Status201Created);
    }
}
