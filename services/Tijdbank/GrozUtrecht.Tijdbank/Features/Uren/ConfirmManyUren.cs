using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>Registrations to confirm together.</summary>
public sealed record ConfirmManyUrenRequest(
    [property: MinLength(1), MaxLength(ConfirmManyUren.MaximumIds), Description("De urenregistraties.")] IReadOnlyList<Guid> UrenregistratieIds);

/// <summary>What became of one of them.</summary>
public sealed record BevestigingAnswer(
    Guid UrenregistratieId,
    [property: Description("Of de uren nu zijn bevestigd en bijgeschreven.")] bool Bevestigd,
    [property: Description("Foutcode, als het niet kon.")] string? Code = null,
    [property: Description("Waarom het niet kon.")] string? Melding = null);

/// <summary>One answer for each id, in the order asked.</summary>
public sealed record BevestigingenAnswer(
    [property: Description("Hoeveel er zijn bevestigd.")] int AantalBevestigd,
    IReadOnlyList<BevestigingAnswer> Items);

/// <summary><c>POST /urenregistraties/bevestigingen</c>: an organisation confirms the hours of a week in one go.</summary>
internal static class ConfirmManyUren
{
    public const int MaximumIds = 500;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/bevestigingen", Handle)
        .WithSummary("Veel uren tegelijk bevestigen")
        .WithDescription(
            $"Bevestigt ten hoogste {MaximumIds} urenregistraties. Elk id krijgt een eigen antwoord; wat niet kan, houdt de rest niet tegen. "
            + $"Foutcodes per id: {UrenFailures.StepCodes}.");

    private static async Task<Ok<BevestigingenAnswer>> Handle(ConfirmManyUrenRequest request, HttpContext http, Urenstappen stappen)
    {
        var answers = await stappen.TakeAsync(http.User, request.UrenregistratieIds, new(Urenstap.Bevestigen), http.RequestAborted);
        var items = answers.Select(answer => new BevestigingAnswer(answer.Id, answer.Row is not null, answer.Failure?.Code, answer.Failure?.Title)).ToList();
        return TypedResults.Ok(new BevestigingenAnswer(items.Count(item => item.Bevestigd), items));
    }
}
