using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>Meetings: one, those of a company, and those of the networks that a partner coordinates.</summary>
internal static class ReadInspiratiebijeenkomsten
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/inspiratiebijeenkomsten/{id:guid}", Get)
            .WithName("GetInspiratiebijeenkomst")
            .WithSummary("Inspiratiebijeenkomst ophalen")
            .WithDescription("Met programma en, als die vaststaat, de belangstelling. De ETag is de versie voor If-Match.")
            .MayFail(InspiratieFailures.Unknown);
        api.MapGet("/bedrijven/{bedrijfId:guid}/inspiratiebijeenkomsten", OfBedrijf)
            .WithName("ListInspiratiebijeenkomstenOfBedrijf")
            .WithSummary("Inspiratiebijeenkomsten van een bedrijf")
            .WithDescription("In volgorde van plannen.")
            .MayFail(BedrijfFailures.Unknown);
        api.MapGet("/inspiratiebijeenkomsten", OfNetworks)
            .WithName("ListInspiratiebijeenkomsten")
            .RequireScope(Toegang.CoordinatorScope)
            .WithSummary("Inspiratiebijeenkomsten in de eigen netwerken")
            .WithDescription("Voor coördinatoren: alle bijeenkomsten in de netwerken die zij coördineren, in volgorde van plannen.");
    }

    private static async Task<Results<Ok<InspiratieDetailAnswer>, ProblemHttpResult>> Get(
        Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await EigenBijeenkomst.FindAsync(connection, id, http, isLocked: false) is not { Row: var row })
            return InspiratieFailures.Unknown.ToProblem();
        var onderdelen = await InspiratieStore.OnderdelenAsync(connection, id, http.RequestAborted);
        var cijfers = row.GeslotenOp is null ? [] : await BelangstellingStore.ReadAsync(connection, id, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Ok(new InspiratieDetailAnswer(
            InspiratieAnswer.Of(row, clock.GetUtcNow()),
            [.. onderdelen.Select(OnderdeelAnswer.Of)],
            row.GeslotenOp is null ? null : new(
                row.BelangstellingAantal,
                [.. cijfers.Select(cijfer => new OnderwerpAantal(Words.Read<Onderwerp>(cijfer.Onderwerp), cijfer.Aantal))])));
    }

    private static async Task<Results<Ok<CursorPage<InspiratieAnswer>>, ProblemHttpResult>> OfBedrijf(
        Guid bedrijfId, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is null)
            return BedrijfFailures.Unknown.ToProblem();
        return await ReadAsync("bedrijf_id = @bedrijfId", new { bedrijfId }, page, http, database, clock.GetUtcNow());
    }

    private static Task<Results<Ok<CursorPage<InspiratieAnswer>>, ProblemHttpResult>> OfNetworks(
        [AsParameters] PageQuery page,
        [Description("True: alleen bijeenkomsten waarna in veertien dagen niets is afgesproken.")] bool? zonderOpvolging,
        HttpContext http,
        NpgsqlDataSource database,
        TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        // The coordinator of a network is no coordinator of its own company.
        return ReadAsync(
            """
            gebied IN (SELECT gebied FROM netwerkcoordinatoren WHERE partner_id = @partnerId)
            AND bedrijf_id NOT IN (SELECT id FROM bedrijven WHERE partner_id = @partnerId)
            AND (NOT @overdue OR (status IN ('gepland', 'gehouden') AND eindigt_op < @endedBefore))
            """,
            new { partnerId = http.User.PartnerId(), overdue = zonderOpvolging ?? false, endedBefore = now - Bijeenkomstplan.FollowUpTerm },
            page,
            http,
            database,
            now);
    }

    private static Task<Results<Ok<CursorPage<InspiratieAnswer>>, ProblemHttpResult>> ReadAsync(
        string where, object parameters, PageQuery page, HttpContext http, NpgsqlDataSource database, DateTimeOffset now) =>
        IdPage.ReadAsync<InspiratieRow, InspiratieAnswer>(
            database,
            page,
            $"SELECT {InspiratieStore.Columns} FROM inspiratiebijeenkomsten WHERE id > @after AND {where} ORDER BY id LIMIT @limit",
            parameters,
            row => InspiratieAnswer.Of(row, now),
            row => row.Id,
            http.RequestAborted);
}
