using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>One side says whether it took place.</summary>
public sealed record ConfirmAfspraakRequest(
    [property: Description("Wie dit zegt.")] Rol Rol,
    [property: Description("Of de afspraak is doorgegaan.")] bool Doorgegaan,
    [property: Description("Hoeveel minuten; laat weg of geef 0 als de afspraak niet doorging."), Range(0, 1440, ErrorMessage = "Een duur is 0 tot 1440 minuten.")]
    int? DuurMinuten = null,
    [property: Description("Wie niet kwam opdagen; alleen als de afspraak niet doorging.")] Rol? NietVerschenen = null);

internal static class ConfirmAfspraak
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/afspraken/{id:guid}/bevestigingen", HandleAsync)
        .WithSummary("Bevestig of een afspraak is doorgegaan")
        .WithDescription(
            "Helper en hulpvrager bevestigen elk. Noemen beide dezelfde minuten, dan is de afspraak uitgevoerd en gaan de uren naar de Tijdbank. Verschillen "
            + "de minuten, dan telt van elke kant het laatste woord. Zegt een kant dat het niet doorging, dan is de afspraak niet doorgegaan; voordat die begint is dat een afmelding.")
        .MayFail(
            AfspraakFailures.Unknown,
            AfspraakFailures.NotBegun,
            AfspraakFailures.Ended,
            AfspraakFailures.MinutesContradict,
            AfspraakFailures.NoShowContradicts);

    private static async Task<Results<Ok<AfspraakResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        ConfirmAfspraakRequest request,
        HttpContext http,
        UnitOfWork work,
        Bevestigingen bevestigingen,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var said = new Bevestiging(request.Doorgegaan, request.DuurMinuten ?? 0);
        if (said.Doorgegaan != said.DurationMinutes > 0)
        {
            return AfspraakFailures.MinutesContradict.ToProblem("Noem minuten als de afspraak doorging, en geen als dat niet zo is.");
        }

        if (said.Doorgegaan && request.NietVerschenen is not null)
        {
            return AfspraakFailures.NoShowContradicts.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await HulpvraagStore.LockOfAfspraakAsync(connection, partnerId, id, cancellationToken) is not { } hulpvraag
            || await AfspraakStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } row)
        {
            return AfspraakFailures.Unknown.ToProblem();
        }

        var (afspraak, failure) = await bevestigingen.ConfirmAsync(hulpvraag, row, request.Rol, said, request.NietVerschenen, clock.GetUtcNow(), cancellationToken);
        if (failure is not null)
        {
            return failure.ToProblem($"De afspraak is {row.Status}.");
        }

        ETags.Set(http, afspraak.Version);
        return TypedResults.Ok(afspraak.ToResponse());
    }
}
