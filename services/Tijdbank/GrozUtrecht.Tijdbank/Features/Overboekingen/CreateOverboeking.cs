using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Overboekingen;

/// <summary><c>POST /overboekingen</c>: minutes from an account that the partner manages to one that it sees.</summary>
internal static class CreateOverboeking
{
    private const string IdempotencyKey = "Idempotency-Key";

    // PostgreSQL cannot store U+0000, and a description is one line of a statement.
    private const string OneLine = @"^[^\u0000-\u001f\u007f]*$";

    public const int MinimumMinutes = 1;

    /// <summary>A week: more in one transfer is a typing error rather than somebody's time.</summary>
    public const int MaximumMinutes = 7 * 24 * 60;

    public sealed record Request(
        [property: Description("De rekening die betaalt; uw organisatie beheert haar.")] Guid VanRekeningId,
        [property: Description("De rekening die ontvangt; uw organisatie ziet haar.")] Guid NaarRekeningId,
        [property: Range(MinimumMinutes, MaximumMinutes), Description("Aantal minuten.")] int DuurMinuten,
        [property: StringLength(Opdracht.MaximumOmschrijvingLength, MinimumLength = 1), RegularExpression(OneLine),
            Description("Vrije tekst op het overzicht van beide rekeningen, zonder persoonsgegevens.")] string? Omschrijving = null,
        [property: Description("UUID (versie 4 of 7) die u zelf kiest. Met hetzelfde id boekt u nooit twee keer.")] Guid? Id = null);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/overboekingen", Handle)
        .WithSummary("Minuten overboeken")
        .WithDescription(
            "Boekt minuten van een rekening die uw organisatie beheert naar een rekening die zij ziet. Een overboeking staat vast: een vergissing "
            + "herstelt u met een overboeking terug. Hetzelfde id met dezelfde inhoud krijgt altijd hetzelfde antwoord, ook als dat een weigering was; "
            + "met een andere inhoud is het een fout (409). Zonder id bepaalt de Idempotency-Key het id, en dan blijvend. "
            + "Of het saldo dicht bij een grens komt, staat bij de rekening (waarschuwingen) en niet in dit antwoord. "
            + $"Foutcodes: {OverboekingFailures.Codes}.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<OverboekingAnswer>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, Grootboek grootboek, TimeProvider clock)
    {
        if (request.Id is { } chosen && !OverboekingId.MayBeChosen(chosen))
        {
            return OverboekingFailures.Of(Opdrachtfout.IdNotAllowed).ToProblem();
        }

        var order = Opdracht.Transfer(
            request.Id ?? NewId(http, clock), request.VanRekeningId, request.NaarRekeningId, request.DuurMinuten, Eenheid.Minuten,
            http.User.PartnerId(), request.Omschrijving);
        if (order.Check() is { } fault)
        {
            return OverboekingFailures.Of(fault).ToProblem();
        }

        var boeking = await grootboek.BookAsync(order, http.RequestAborted);
        if (boeking.Outcome != Boekuitkomst.Booked)
        {
            return OverboekingFailures.Of(boeking.Outcome).ToProblem();
        }

        return TypedResults.Created(
            $"{http.Request.Path}/{boeking.OverboekingId}",
            new OverboekingAnswer(boeking.OverboekingId, request.VanRekeningId, request.NaarRekeningId, request.DuurMinuten, boeking.BookedAt));
    }

    // The same key must give the same transfer even when the process died between booking it and keeping the answer.
    internal static Guid NewId(HttpContext http, TimeProvider clock) =>
        http.Request.Headers.TryGetValue(IdempotencyKey, out var key)
            ? OverboekingId.Derive($"idempotency-key {http.User.ClientId()}", key.ToString())
            : Guid.CreateVersion7(clock.GetUtcNow());
}
