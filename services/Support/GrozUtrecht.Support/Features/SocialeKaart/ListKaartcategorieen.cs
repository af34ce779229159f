using System.ComponentModel;
using GrozUtrecht.Support.Data.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>A category of the sociale kaart.</summary>
internal sealed record KaartcategorieAnswer(
    [property: Description("Code voor programma's.")] string Code,
    [property: Description("Naam voor mensen.")] string Naam,
    [property: Description("Wat eronder valt.")] string Omschrijving,
    [property: Description("Code van de categorie waar deze onder valt; ontbreekt bij een hoofdcategorie.")] string? Bovenliggend);

/// <summary>All categories.</summary>
internal sealed record KaartcategorieenAnswer([property: Description("In vaste volgorde.")] IReadOnlyList<KaartcategorieAnswer> Items);

/// <summary><c>GET /kaartcategorieen</c>: the whole list, which is short.</summary>
internal static class ListKaartcategorieen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/kaartcategorieen", HandleAsync)
        .WithSummary("Categorieën van de sociale kaart")
        .WithDescription("De hele lijst, met hoofdcategorieën en wat daaronder valt.");

    private static async Task<Ok<KaartcategorieenAnswer>> HandleAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await KaartcategorieStore.ListAsync(connection, cancellationToken);
        return TypedResults.Ok(new KaartcategorieenAnswer(
            [.. rows.Select(row => new KaartcategorieAnswer(row.Code, row.Naam, row.Omschrijving, row.Bovenliggend))]));
    }
}
