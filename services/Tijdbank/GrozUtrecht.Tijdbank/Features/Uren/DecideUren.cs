using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>A mediator's ruling.</summary>
public sealed record DecideUrenRequest(
    [property: Range(0, Urenstand.MaximumMinutes), Description("Hoeveel minuten worden toegekend; 0 wijst de uren af.")] int DuurMinuten,
    [property: StringLength(Urenveld.MaximumTextLength, MinimumLength = 1), RegularExpression(Urenveld.OneLine), Description("Waarom, zonder persoonsgegevens.")]
    string Reden);

/// <summary><c>POST /urenregistraties/{id}/uitspraak</c>: a mediator decides a dispute.</summary>
internal static class DecideUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/uitspraak", Handle)
        .RequireScope(Urenstappen.MediatorScope)
        .DescribeStep(
            "Uitspraak over betwiste uren",
            $"Een bemiddelaar (scope {Urenstappen.MediatorScope}) die zelf geen kant is kent minuten toe, die meteen worden bijgeschreven, of wijst de uren af.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, DecideUrenRequest request, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(request.DuurMinuten == 0 ? Urenstap.Afwijzen : Urenstap.Toekennen, request.DuurMinuten, request.Reden));
}
