using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>Minutes of a fund, and what they are for.</summary>
public sealed record SpendWijkpotRequest(
    [property: Description("De rekening die ontvangt; uw organisatie ziet haar, of het is die van een organisatie of een wijkpot.")] Guid NaarRekeningId,
    [property: Range(Gift.MinimumMinutes, Gift.MaximumMinutes), Description("Aantal minuten.")] int DuurMinuten,
    [property: StringLength(Opdracht.MaximumOmschrijvingLength, MinimumLength = 3), RegularExpression(@"^\S([^\u0000-\u001f\u007f]*\S)?$"),
        Description("Waaraan, in een regel die iedereen mag lezen: zonder namen of andere persoonsgegevens.")]
    string Doel,
    [property: Description("UUID (versie 4 of 7) die u zelf kiest. Met hetzelfde id besteedt u nooit twee keer.")] Guid? Id = null);

/// <summary>
/// <c>POST /wijkpotten/{id}/bestedingen</c>: a transfer like any other, so that many who spend from one fund do not wait for each
/// other's commit. The platform asks it, because no partner may transfer from a fund without a purpose.
/// </summary>
internal static class SpendWijkpot
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/wijkpotten/{id:guid}/bestedingen", Handle)
        .WithSummary("Uit een wijkpot besteden")
        .WithDescription(
            "Alleen door wie de wijkpot beheert; het doel is voor alle organisaties te zien. Hetzelfde id of dezelfde Idempotency-Key besteedt niet twee keer. "
            + $"Foutcodes: {WijkpotFailures.NotManaged.Code} (403), {WijkpotFailures.Unknown.Code} (404), en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<OverboekingAnswer>, ProblemHttpResult>> Handle(
        Guid id, SpendWijkpotRequest request, HttpContext http, Grootboek grootboek, NpgsqlDataSource database, TimeProvider clock)
    {
        if (request.Id is { } chosen && !OverboekingId.MayBeChosen(chosen))
            return OverboekingFailures.Of(Opdrachtfout.IdNotAllowed).ToProblem();

        var order = Opdracht.Transfer(
            request.Id ?? CreateOverboeking.NewId(http, clock), id, request.NaarRekeningId, request.DuurMinuten, Eenheid.Minuten,
            partnerId: null, request.Doel);
        if (order.Check() is { } fault)
            return OverboekingFailures.Of(fault).ToProblem();
        if (await RefuseAsync(id, request, http, database) is { } refusal)
            return refusal;

        var boeking = await grootboek.BookAsync(order, http.RequestAborted);
        return boeking.Outcome == Boekuitkomst.Booked
            ? TypedResults.Created(
                $"/tijdbank/v1/overboekingen/{order.Id}",
                new OverboekingAnswer(order.Id, id, request.NaarRekeningId, request.DuurMinuten, boeking.BookedAt))
            : OverboekingFailures.Of(boeking.Outcome).ToProblem();
    }

    private static async Task<ProblemHttpResult?> RefuseAsync(Guid id, SpendWijkpotRequest request, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await WijkpotStore.FindAsync(connection, id, http.RequestAborted) is not { } pot)
            return WijkpotFailures.Unknown.ToProblem();
        if (pot.PartnerId != http.User.PartnerId())
            return WijkpotFailures.NotManaged.ToProblem();
        return await WijkpotStore.MayReceiveAsync(connection, request.NaarRekeningId, pot.PartnerId, http.RequestAborted)
            ? null
            : OverboekingFailures.Of(Boekuitkomst.AccountUnknown).ToProblem();
    }
}
