using Microsoft.AspNetCore.Http.HttpResults;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>A category with its name for people.</summary>
public sealed record CategorieAnswer(Categorie Code, string Naam);

/// <summary><c>GET /advertentie-categorieen</c>: the fixed list.</summary>
internal static class ListCategorieen
{
    private static readonly IReadOnlyList<CategorieAnswer> All =
        [.. Enum.GetValues<Categorie>().Select(categorie => new CategorieAnswer(categorie, Categorieen.Naam(categorie)))];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/advertentie-categorieen", Handle)
        .WithSummary("Categorieën van advertenties")
        .WithDescription("De vaste lijst van categorieën met hun naam voor mensen.");

    private static Ok<IReadOnlyList<CategorieAnswer>> Handle() => TypedResults.Ok(All);
}
