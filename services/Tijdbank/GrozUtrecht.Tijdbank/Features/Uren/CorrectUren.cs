using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>Other minutes than were reported.</summary>
public sealed record CorrectUrenRequest(
    [property: Range(Urenstand.MinimumMinutes, Urenstand.MaximumMinutes), Description("Hoeveel minuten het volgens u waren.")] int DuurMinuten,
    [property: StringLength(Urenveld.MaximumTextLength, MinimumLength = 1), RegularExpression(Urenveld.OneLine), Description("Waarom, zonder persoonsgegevens.")]
    string? Reden = null);

/// <summary><c>POST /urenregistraties/{id}/correctie</c>: the other side proposes other minutes.</summary>
internal static class CorrectUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/correctie", Handle)
        .DescribeStep("Uren corrigeren", "De andere kant dan die meldde stelt andere minuten voor. Wie meldde aanvaardt of betwist dat.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, CorrectUrenRequest request, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Corrigeren, request.DuurMinuten, request.Reden));
}
