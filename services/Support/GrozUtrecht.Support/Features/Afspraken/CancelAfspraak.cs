using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>One side calls off an appointment that has not begun.</summary>
public sealed record CancelAfspraakRequest(
    [property: Description("Wie afzegt.")] Rol Rol,
    [property: Description("Waarom.")] Afmeldcode Code,
    [property: Description("In eigen woorden. Alleen voor de eigen organisatie."), StringLength(500, MinimumLength = 1, ErrorMessage = "Een reden is 1 tot 500 tekens.")]
    string? Reden = null,
    [property: Description("Bij hulp die terugkomt: ook alle latere afspraken.")] bool EnVolgende = false);

internal static class CancelAfspraak
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/afspraken/{id:guid}/afmelding", HandleAsync)
        .WithSummary("Zeg een afspraak af voordat die begint")
        .WithDescription(
            "Zegt de helper af, dan zoekt de beurt weer een helper; met een maatje gaan beide niet. Is dat kort voor het begin, dan hoort de buurtassistent "
            + "het, en vraagt het platform bij een automatische hulpvraag meteen de volgende. Zegt de hulpvrager af, dan vervalt de beurt voor alle helpers. "
            + "Nog een keer afzeggen verandert niets.")
        .MayFail(AfspraakFailures.Unknown, AfspraakFailures.Begun, AfspraakFailures.Ended, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<AfspraakResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        CancelAfspraakRequest request,
        HttpContext http,
        UnitOfWork work,
        Afmeldingen afmeldingen,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (request.Reden is { } reason && FreeText.Refuse(reason) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await HulpvraagStore.LockOfAfspraakAsync(connection, partnerId, id, cancellationToken) is not { } hulpvraag
            || await AfspraakStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } row)
        {
            return AfspraakFailures.Unknown.ToProblem();
        }

        var said = new Afmelding(request.Rol, request.Code, request.Reden, request.EnVolgende);
        var (afspraak, failure) = await afmeldingen.CancelAsync(hulpvraag, row, said, clock.GetUtcNow(), cancellationToken);
        if (failure is not null)
        {
            return failure.ToProblem($"De afspraak is {row.Status}.");
        }

        ETags.Set(http, afspraak.Version);
        return TypedResults.Ok(afspraak.ToResponse());
    }
}
