using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Behoeften;

/// <summary>Reads what is known of a company's needs: its own last scan, and published figures only.</summary>
internal static class BehoefteStore
{
    /// <summary>The subjects that anything speaks for, the most needed first.</summary>
    public static async Task<IReadOnlyList<RankedOnderwerp>> RankedAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken)
    {
        var bedrijfsscan = await BedrijfsscanStore.LastAsync(connection, bedrijfId, cancellationToken);
        var scan = await LastPublishedAsync(
            connection, "SELECT id, aantal FROM medewerkersscans WHERE bedrijf_id = @bedrijfId AND aantal IS NOT NULL ORDER BY gesloten_op DESC, id DESC LIMIT 1",
            bedrijfId, cancellationToken);
        var bijeenkomst = await LastPublishedAsync(
            connection,
            """
            SELECT id, belangstelling_aantal FROM inspiratiebijeenkomsten
            WHERE bedrijf_id = @bedrijfId AND belangstelling_aantal IS NOT NULL
            ORDER BY gesloten_op DESC, id DESC
            LIMIT 1
            """,
            bedrijfId, cancellationToken);
        return Rangorde.Rank(
            bedrijfsscan?.Oordelen ?? [],
            scan is { } made ? await ScanuitslagStore.ReadAsync(connection, made.Id, made.Aantal, cancellationToken) : Scanuitslag.Nothing,
            bijeenkomst is { } closed ? await BelangstellingAsync(connection, closed.Id, closed.Aantal, cancellationToken) : null);
    }

    /// <summary>How the company would like to have it; null when it did not say.</summary>
    public static async Task<Bedrijfswensen?> WensenAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken) =>
        (await BedrijfsscanStore.LastAsync(connection, bedrijfId, cancellationToken))?.Wensen;

    private static Task<(Guid Id, int Aantal)?> LastPublishedAsync(
        NpgsqlConnection connection, string sql, Guid bedrijfId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<(Guid, int)?>(new CommandDefinition(sql, new { bedrijfId }, cancellationToken: cancellationToken));

    private static async Task<Keuzecijfers> BelangstellingAsync(NpgsqlConnection connection, Guid id, int aantal, CancellationToken cancellationToken)
    {
        var cijfers = await BelangstellingStore.ReadAsync(connection, id, cancellationToken);
        return new(aantal, [.. cijfers.Select(cijfer => new Keuzeaantal(Words.Read<Onderwerp>(cijfer.Onderwerp), cijfer.Aantal))]);
    }
}
