using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Domain.OpenData;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>What the list of concepts may be narrowed by.</summary>
public sealed record OpenActiveBegrippenQuery(
    [property: FromQuery(Name = "zoek"), StringLength(60, MinimumLength = 2), Description("Deel van een Engels woord, bijvoorbeeld walk.")]
    string? Zoek);

/// <summary>A word of the OpenActive activity list.</summary>
public sealed record OpenActiveBegripAnswer(
    [property: Description("Geef dit bij een activiteit als openActiveConcept.")] string Code,
    [property: Description("Het begrip, in het Engels.")] string Naam,
    [property: Description("Andere woorden voor hetzelfde.")] IReadOnlyList<string> AndereNamen,
    [property: Description("Adres van het begrip in de lijst.")] string Adres);

/// <summary><c>GET /openactive-begrippen</c>: look up what an activity is called in open data.</summary>
internal static class ListOpenActiveBegrippen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/openactive-begrippen", Handle)
        .WithSummary("OpenActive-begrippen zoeken")
        .WithDescription(
            "De begrippen van de OpenActive Activity List (CC BY 4.0), in volgorde van hun Engelse naam. Een activiteit met een begrip gaat "
            + "als OpenActive-data naar buiten. Voor koken of hulp bij schulden heeft de lijst geen woord.");

    private static Results<Ok<CursorPage<OpenActiveBegripAnswer>>, ProblemHttpResult> Handle(
        [AsParameters] OpenActiveBegrippenQuery query, [AsParameters] PageQuery page)
    {
        // The cursor is the label that came last: labels are unique and in order.
        var after = "";
        if (!string.IsNullOrEmpty(page.Cursor))
        {
            if (!Cursor.TryDecode(page.Cursor, 1, out var parts))
                return RequestFailures.CursorInvalid.ToProblem();
            after = parts[0];
        }

        var found = OpenActiveList.All
            .Where(concept => StringComparer.OrdinalIgnoreCase.Compare(concept.PrefLabel, after) > 0)
            .Where(concept => query.Zoek is null || concept.Holds(query.Zoek))
            .Take(page.Size + 1)
            .Select(Of)
            .ToList();
        return TypedResults.Ok(CursorPage<OpenActiveBegripAnswer>.Of(found, page.Size, begrip => Cursor.Encode(begrip.Naam)));
    }

    private static OpenActiveBegripAnswer Of(OpenActiveConcept concept) =>
        new(concept.Identifier, concept.PrefLabel, concept.AltLabels, concept.Id);
}
