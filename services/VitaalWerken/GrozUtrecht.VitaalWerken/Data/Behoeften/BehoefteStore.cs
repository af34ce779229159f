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
    private const string LastPublished =
        """
        SELECT id, aantal FROM medewerkersscans WHERE bedrijf_id = @bedrijfId AND aantal IS NOT NULL ORDER BY gesloten_op DESC, id DESC LIMIT 1;
        SELECT id, belangstelling_aantal FROM inspiratiebijeenkomsten
        WHERE bedrijf_id = @bedrijfId AND belangstelling_aantal IS NOT NULL
        ORDER BY gesloten_op DESC, id DESC
        LIMIT 1;
        """;

    /// <summary>The subjects that anything speaks for, the most needed first.</summary>
    public static async Task<IReadOnlyList<RankedOnderwerp>> RankedAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken) =>
        (await ReadAsync(connection, bedrijfId, cancellationToken)).Ranked;

    /// <summary>The same, and how the company would like to have it; null when it did not say.</summary>
    public static async Task<(IReadOnlyList<RankedOnderwerp> Ranked, Bedrijfswensen? Wensen)> ReadAsync(
        NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken)
    {
        var bedrijfsscan = await BedrijfsscanStore.LastAsync(connection, bedrijfId, cancellationToken);
        var (scan, bijeenkomst) = await LastPublishedAsync(connection, bedrijfId, cancellationToken);
        var ranked = Rangorde.Rank(
            bedrijfsscan?.Oordelen ?? [],
            scan is { } made ? await ScanuitslagStore.ReadAsync(connection, made.Id, made.Aantal, cancellationToken) : Scanuitslag.Nothing,
            bijeenkomst is { } closed ? await BelangstellingAsync(connection, closed.Id, closed.Aantal, cancellationToken) : null);
        return (ranked, bedrijfsscan?.Wensen);
    }

    private static async Task<((Guid Id, int Aantal)? Scan, (Guid Id, int Aantal)? Bijeenkomst)> LastPublishedAsync(
        NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken)
    {
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(LastPublished, new { bedrijfId }, cancellationToken: cancellationToken));
        return (await answers.ReadSingleOrDefaultAsync<(Guid, int)?>(), await answers.ReadSingleOrDefaultAsync<(Guid, int)?>());
    }

    private static async Task<Keuzecijfers> BelangstellingAsync(NpgsqlConnection connection, Guid id, int aantal, CancellationToken cancellationToken)
    {
        var cijfers = await BelangstellingStore.ReadAsync(connection, id, cancellationToken);
        return new(aantal, [.. cijfers.Select(cijfer => new Keuzeaantal(Words.Read<Onderwerp>(cijfer.Onderwerp), cijfer.Aantal))]);
    }
}
