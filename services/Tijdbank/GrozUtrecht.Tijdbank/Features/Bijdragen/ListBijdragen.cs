using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Data.Bijdragen;
using GrozUtrecht.Tijdbank.Features.Wijkpotten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Bijdragen;

/// <summary><c>GET /wijkpotten/{id}/bijdragen</c>: what companies contributed.</summary>
internal static class ListBijdragen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/wijkpotten/{id:guid}/bijdragen", Handle)
        .WithSummary("Bijdragen van bedrijven aan een wijkpot")
        .WithDescription(
            "Uren, en producten voor een afgesproken aantal minuten, die bedrijven via Vitaal Werken aan de wijkpot bijdroegen, in volgorde van toezegging. "
            + "Wat de beheerder betwist wordt teruggeboekt, zodra de pot genoeg heeft. Welk bedrijf het was ziet alleen wie de wijkpot beheert.")
        .MayFail(WijkpotFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<WijkpotBijdrageAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        WijkpotRow? wijkpot;
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
            wijkpot = await WijkpotStore.FindAsync(connection, id, http.RequestAborted);
        if (wijkpot is null)
            return WijkpotFailures.Unknown.ToProblem();

        var isOwn = wijkpot.PartnerId == http.User.PartnerId();
        return await IdPage.ReadAsync<BijdrageRow, WijkpotBijdrageAnswer>(
            database,
            page,
            $"""
             select {BijdrageStore.Columns} from wijkpot_bijdrage
             where wijkpot_id = @id and bijdrage_id > @after and status in ('geboekt', 'terug-te-boeken', 'teruggeboekt')
             order by bijdrage_id limit @limit
             """,
            new { id },
            row => WijkpotBijdrageAnswer.Of(row, isOwn),
            row => row.BijdrageId,
            http.RequestAborted);
    }
}

/// <summary>Where a contribution stands that reached the fund.</summary>
public enum WijkpotBijdrageStatus
{
    Geboekt,
    TerugTeBoeken,
    Teruggeboekt,
}

/// <summary>What a company contributed to a fund.</summary>
public sealed record WijkpotBijdrageAnswer(
    [property: Description("Het id van de bijdrage in Vitaal Werken.")] Guid BijdrageId,
    [property: Description("uren of producten.")] string Soort,
    [property: Description("Bij producten: de minuten die zijn afgesproken.")] int DuurMinuten,
    [property: Description("terug-te-boeken: betwist, en de pot heeft nog niet genoeg.")] WijkpotBijdrageStatus Status,
    [property: Description("Code van het gebied waar het bedrijf meedoet.")] string Gebied,
    DateTimeOffset GeboektOp,
    [property: Description("Als de bijdrage is teruggeboekt.")] DateTimeOffset? TeruggeboektOp = null,
    [property: Description("Alleen voor wie de wijkpot beheert.")] Guid? BedrijfId = null)
{
    internal static WijkpotBijdrageAnswer Of(BijdrageRow row, bool isOwn) => new(
        row.BijdrageId, row.Soort, row.DuurMinuten, Words.Read<WijkpotBijdrageStatus>(row.Status), row.Gebied, row.GeboektOp!.Value, row.TeruggeboektOp,
        isOwn ? row.BedrijfId : null);
}
