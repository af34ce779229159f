using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What a mediator decides.</summary>
public sealed record MediateBestellingRequest(
    [property: Description("voltooid: alles naar de aanbieder; gedeeltelijk: een deel, de rest terug; teruggegeven: alles terug naar de koper.")] Uitspraak Uitspraak,
    [property: Description("Alleen bij gedeeltelijk: hoeveel minuten naar de aanbieder gaan."), Range(1, Ruilprijs.MaximumTotalMinutes)] int? Minuten = null,
    [property: Description("Aan beide kanten, zonder burgerservicenummer."), StringLength(500, MinimumLength = 1)] string? Toelichting = null);

/// <summary><c>POST /bestellingen/{id}/bemiddeling</c>.</summary>
internal static class MediateBestelling
{
    /// <summary>Mediators see and decide disputes of every partner.</summary>
    public const string Scope = "tijdbank:bemiddelen";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen/{id:guid}/bemiddeling", Handle)
        .RequireScope(Scope)
        .WithSummary("Beslissen in een geschil")
        .WithDescription(
            "Vraagt het recht tijdbank:bemiddelen, en een client die nog niets met deze bestelling deed. De beslissing staat vast. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {BestellingFailures.StepCodes}, {BestellingFailures.MediatorTookPart.Code} (403), {BestellingFailures.MinutesDoNotFit.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(
        Guid id, MediateBestellingRequest request, HttpContext http, UnitOfWork work, Bestelstap stap)
    {
        if (Vrijetekst.Check(request.Toelichting) is { } textFault)
            return RuilFailures.Of(textFault).ToProblem();
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await BestellingStore.LockDisputedAsync(connection, id, http.RequestAborted) is not { } row)
            return BestellingFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();
        if (await BestellingStore.TookPartAsync(connection, id, http.User.ClientId(), http.RequestAborted))
            return BestellingFailures.MediatorTookPart.ToProblem();
        if (Bestelloop.Next(row.StatusValue, row.RichtingValue, Handeling.Bemiddeling, Partij.Bemiddelaar, request.Uitspraak) is not { } step)
            return BestellingFailures.StepNotPossible.ToProblem($"De bestelling is nu {row.Status}.");
        if (!Fits(request, row))
            return BestellingFailures.MinutesDoNotFit.ToProblem($"Er zijn {row.PrijsMinuten} minuten vastgehouden.");

        return await stap.TakeAsync(http, row, step, new(Handeling.Bemiddeling, Partij.Bemiddelaar)
        {
            Tekst = request.Toelichting, Uitspraak = request.Uitspraak, BookedMinutes = request.Minuten,
        });
    }

    private static bool Fits(MediateBestellingRequest request, BestellingRow row) => request.Uitspraak is Uitspraak.Gedeeltelijk
        ? request.Minuten < row.PrijsMinuten
        : request.Minuten is null;
}
