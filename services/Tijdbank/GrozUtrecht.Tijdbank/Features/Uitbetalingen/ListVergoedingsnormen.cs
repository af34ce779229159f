using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>The caps of one year.</summary>
public sealed record VergoedingsnormAnswer(
    int Jaar,
    [property: Description("Per uur vanaf 21 jaar.")] int UurVanaf21Centen,
    [property: Description("Per uur onder 21 jaar.")] int UurOnder21Centen,
    int MaandCenten,
    int JaarCenten,
    [property: Description("Waar de bedragen vandaan komen.")] string Bron)
{
    internal static VergoedingsnormAnswer Of(Vergoedingsnorm norm, string bron) =>
        new(norm.Jaar, norm.UurVanaf21Centen, norm.UurOnder21Centen, norm.MaandCenten, norm.JaarCenten, bron);
}

/// <summary><c>GET /vergoedingsnormen</c>: all years, the last one first. There is one row per year, at most a hundred.</summary>
internal static class ListVergoedingsnormen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/vergoedingsnormen", HandleAsync)
        .WithSummary("Maximale vergoedingen per jaar")
        .WithDescription("De maxima voor een onbelaste vrijwilligersvergoeding, nieuwste jaar eerst. De overheid stelt ze vast.");

    private static async Task<Ok<CursorPage<VergoedingsnormAnswer>>> HandleAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await VergoedingsnormStore.ListAsync(connection, cancellationToken);
        return TypedResults.Ok(new CursorPage<VergoedingsnormAnswer>([.. rows.Select(row => VergoedingsnormAnswer.Of(row.Norm, row.Bron))]));
    }
}
