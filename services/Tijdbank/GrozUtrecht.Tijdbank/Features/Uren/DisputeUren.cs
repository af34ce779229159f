using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>Why the other side is wrong, or the hours have to go.</summary>
public sealed record UrenRedenRequest(
    [property: StringLength(Urenveld.MaximumTextLength, MinimumLength = 1), RegularExpression(Urenveld.OneLine), Description("Waarom, zonder persoonsgegevens.")]
    string Reden);

/// <summary><c>POST /urenregistraties/{id}/betwisting</c>: the side whose turn it is does not agree at all.</summary>
internal static class DisputeUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/betwisting", Handle)
        .DescribeStep("Uren betwisten", "De kant die aan zet is betwist de uren: de andere kant een melding, en wie meldde een correctie. Een bemiddelaar beslist dan.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, UrenRedenRequest request, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Betwisten, Tekst: request.Reden));
}
