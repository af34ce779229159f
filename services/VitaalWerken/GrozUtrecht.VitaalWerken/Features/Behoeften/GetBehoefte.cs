using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>What a company needs, the most needed first.</summary>
public sealed record BehoefteAnswer(
    [property: Description("Op volgorde van score; onderwerpen waar niets voor pleit ontbreken.")] IReadOnlyList<BehoefteOnderwerp> Onderwerpen);

/// <summary>One subject with its reasons.</summary>
public sealed record BehoefteOnderwerp(
    [property: Description("Plaats in de volgorde, vanaf 1.")] int Rang,
    Onderwerp Onderwerp,
    [property: Description("0 tot 100.")] int Score,
    IReadOnlyList<BehoefteRedenAnswer> Redenen);

/// <summary>One reason.</summary>
public sealed record BehoefteRedenAnswer(Behoeftereden Soort, int Punten, string Zin);

/// <summary><c>GET /bedrijven/{bedrijfId}/behoefte</c>: the subjects in order, with why.</summary>
internal static class GetBehoefte
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{bedrijfId:guid}/behoefte", Handle)
        .WithSummary("Behoefte van een bedrijf")
        .WithDescription(
            "Onderwerpen met score en redenen. Van de 100 punten geeft de bedrijfsscan er ten hoogste 30 voor urgentie en 10 voor gereedheid, de laatste gesloten "
            + "medewerkersscan 30 voor lage cijfers en 10 voor wensen, en de belangstelling na de laatste bijeenkomst 20. Alleen cijfers die al te zien zijn tellen.")
        .MayFail(BedrijfFailures.Unknown);

    private static async Task<Results<Ok<BehoefteAnswer>, ProblemHttpResult>> Handle(Guid bedrijfId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is null)
            return BedrijfFailures.Unknown.ToProblem();
        var ranked = await BehoefteStore.RankedAsync(connection, bedrijfId, http.RequestAborted);
        return TypedResults.Ok(new BehoefteAnswer(
        [
            .. ranked.Select((one, index) => new BehoefteOnderwerp(
                index + 1, one.Onderwerp, one.Score, [.. one.Redenen.Select(reden => new BehoefteRedenAnswer(reden.Soort, reden.Punten, reden.Zin))])),
        ]));
    }
}
