using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>What an employee would like to know more of.</summary>
public sealed record BelangstellingBody(
    [property: Required, MinLength(1), MaxLength(Belangstelling.MostOnderwerpen), Description("Een tot vijf onderwerpen.")]
    IReadOnlyList<Onderwerp> Onderwerpen);

/// <summary><c>PUT /medewerkers/belangstelling</c>: an employee tells it, unknown and without a trace of when.</summary>
internal static class TellBelangstelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/medewerkers/belangstelling", Handle)
        .AllowAnonymous()
        .WithSummary("Belangstelling doorgeven")
        .WithDescription(
            "Zonder token, met de code uit de uitnodigingslink, tot zeven dagen na de bijeenkomst. Bewaard worden alleen de onderwerpen: niet wie of wanneer. "
            + "Het antwoord is altijd hetzelfde, ook als er genoeg antwoorden zijn.")
        .MayFail(UitnodigingFailures.CodeWrong, UitnodigingFailures.NotKept);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        BelangstellingBody body, [AsParameters] Codeheader header, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (code, refused) = header.Read(http);
        if (code is null)
            return refused!;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await InspiratieStore.OfLinkAsync(connection, Geheimecode.Hash(code), isLocked: true, http.RequestAborted) is not { } row
            || Belangstelling.LastDay(row.EindigtOp) < NederlandseTijd.DayOf(clock.GetUtcNow()))
        {
            return UitnodigingFailures.CodeWrong.ToProblem();
        }

        // In one order, whatever was clicked first.
        var onderwerpen = Words.Of<Onderwerp>([.. body.Onderwerpen.Distinct().Order()]);
        var most = Belangstelling.MostAntwoorden(row.VerwachtAantal, row.AanwezigAantal);
        await BelangstellingStore.AddAsync(connection, row.Id, onderwerpen, most, http.RequestAborted);
        return TypedResults.NoContent();
    }
}
