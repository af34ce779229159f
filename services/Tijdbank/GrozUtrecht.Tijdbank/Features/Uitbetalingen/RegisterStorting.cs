using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Money that came in for an organisation.</summary>
public sealed record StortingAnswer(
    Guid Id,
    [property: Description("De kas van de organisatie.")] Guid RekeningId,
    long BedragCenten,
    string Bankreferentie,
    DateTimeOffset GestortOp);

/// <summary><c>POST /stortingen</c>: the same bank reference is the same money.</summary>
internal static class RegisterStorting
{
    private const int MaximumCenten = 100_000_000;

    private static readonly Failure OtherAmount = new(
        "tijdbank.storting.referentie-gebruikt", StatusCodes.Status409Conflict, "Deze bankreferentie hoort bij een storting van een ander bedrag");

    public sealed record Request(
        [property: Range(1, MaximumCenten), Description("Wat er binnenkwam.")] int BedragCenten,
        [property: Required, StringLength(70, MinimumLength = 1), RegularExpression("^[A-Za-z0-9/?:().,'+ -]*$"),
            Description("Kenmerk van de bijschrijving bij de bank, zonder persoonsgegevens. Met hetzelfde kenmerk boekt u nooit twee keer.")]
        string Bankreferentie);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/stortingen", HandleAsync)
        .RequireScope("tijdbank:kas")
        .WithSummary("Storting boeken")
        .WithDescription(
            "Boekt geld dat op de bank binnenkwam in de kas van uw organisatie (scope tijdbank:kas). Dezelfde bankreferentie met hetzelfde bedrag geeft "
            + $"dezelfde storting terug (200). Foutcode: {OtherAmount.Code} (409).")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<StortingAnswer>, Ok<StortingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, HttpContext http, UnitOfWork work, Grootboek grootboek, TimeProvider clock)
    {
        var (partnerId, now) = (http.User.PartnerId(), clock.GetUtcNow());
        var connection = await work.OpenAsync(http.RequestAborted);
        var kas = await RekeningStore.OpenOrganisatieAsync(connection, partnerId, Eenheid.Centen, now, http.RequestAborted);
        var storting = new StortingAnswer(Guid.CreateVersion7(now), kas, request.BedragCenten, request.Bankreferentie, now);
        var overboekingId = OverboekingId.Derive("tijdbank.storting", storting.Id.ToString("D"));
        if (!await InsertAsync(connection, storting, partnerId, overboekingId, http))
        {
            var earlier = await FindAsync(connection, partnerId, request.Bankreferentie, http.RequestAborted);
            return earlier.BedragCenten == request.BedragCenten ? TypedResults.Ok(earlier) : OtherAmount.ToProblem();
        }

        var order = Opdracht.Transfer(overboekingId, Systeemrekening.Storting, kas, request.BedragCenten, Eenheid.Centen, partnerId: null);
        var boeking = (await grootboek.BookAsync(connection, [order], linked: true, http.RequestAborted))[0];
        return boeking.Outcome == Boekuitkomst.Booked
            ? TypedResults.Created($"{http.Request.Path}/{storting.Id}", storting)
            : throw new InvalidOperationException($"The ledger refused a deposit: {boeking.Outcome}.");
    }

    // A second request with the same reference waits here for the first.
    private static async Task<bool> InsertAsync(NpgsqlConnection connection, StortingAnswer storting, Guid partnerId, Guid overboekingId, HttpContext http) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into storting (id, partner_id, rekening_id, bedrag_centen, bankreferentie, overboeking_id, client_id, gestort_op)
            values (@Id, @partnerId, @RekeningId, @BedragCenten, @Bankreferentie, @overboekingId, @clientId, @GestortOp)
            on conflict (partner_id, bankreferentie) do nothing
            """,
            new
            {
                storting.Id, partnerId, storting.RekeningId, storting.BedragCenten, storting.Bankreferentie, overboekingId,
                clientId = http.User.ClientId(), storting.GestortOp,
            },
            cancellationToken: http.RequestAborted)) == 1;

    private static Task<StortingAnswer> FindAsync(NpgsqlConnection connection, Guid partnerId, string bankreferentie, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<StortingAnswer>(new CommandDefinition(
            """
            select id, rekening_id, bedrag_centen, bankreferentie, gestort_op
            from storting where partner_id = @partnerId and bankreferentie = @bankreferentie
            """,
            new { partnerId, bankreferentie },
            cancellationToken: cancellationToken));
}
