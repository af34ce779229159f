using Dapper;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Groepscijfers;

/// <summary>SQL on published figures.</summary>
internal static class GroepscijferStore
{
    // A century of quarters.
    private const int MaximumMomentopnamen = 400;

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<MomentopnameRow>> MomentopnamenAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MomentopnameRow>(new CommandDefinition(
            $"SELECT kwartaal, gemaakt_op FROM groepscijfers.momentopnamen ORDER BY kwartaal DESC LIMIT {MaximumMomentopnamen}",
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Waits until nobody else is making one.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended('groepscijfers', 0))", cancellationToken: cancellationToken));

    public static async Task PublishAsync(
        NpgsqlConnection connection, MomentopnameRow row, IEnumerable<Maat> maten, IReadOnlyList<Groepscijfer> made, CancellationToken cancellationToken)
    {
        var sets = await GroepsgeheugenStore.KeepAsync(connection, made.Where(item => item.Leden is not null).Select(item => item.Leden!), cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO groepscijfers.momentopnamen (kwartaal, gemaakt_op) VALUES (@Kwartaal, @GemaaktOp)", row, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO groepscijfers.maten (vragenlijst, versie, dimensie) VALUES (@Vragenlijst, @Versie, @Dimensie) ON CONFLICT DO NOTHING",
            maten,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO groepscijfers.cijfers
              (kwartaal, vragenlijst, versie, dimensie, soort, sleutel, maanden, deel, aantal, gemiddelde, spreiding, groep_id)
            VALUES (@Kwartaal, @Vragenlijst, @Versie, @Dimensie, @Soort, @Sleutel, @Maanden, @Deel, @Aantal, @Gemiddelde, @Spreiding, @GroepId)
            """,
            made.Select(item => new
            {
                row.Kwartaal,
                item.Maat.Vragenlijst,
                item.Maat.Versie,
                item.Maat.Dimensie,
                Soort = Words.Of(item.Groep.Soort),
                item.Groep.Sleutel,
                item.Maanden,
                Deel = Words.Of(item.Deel),
                item.Aantal,
                item.Gemiddelde,
                item.Spreiding,
                GroepId = item.Leden is null ? (int?)null : sets[item.Leden],
            }),
            cancellationToken: cancellationToken));
    }

    /// <summary>Of each figure of a group the newest that there was in this quarter.</summary>
    public static async Task<IReadOnlyList<GroepscijferRow>> ListAsync(
        NpgsqlConnection connection, Groep groep, string kwartaal, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<GroepscijferRow>(new CommandDefinition(
            """
            SELECT DISTINCT ON (vragenlijst, versie, dimensie, maanden, deel)
              kwartaal, vragenlijst, versie, dimensie, maanden, deel, aantal, gemiddelde, spreiding
            FROM groepscijfers.cijfers
            WHERE soort = @soort AND sleutel = @Sleutel AND kwartaal <= @kwartaal
            ORDER BY vragenlijst, versie, dimensie, maanden, deel, kwartaal DESC
            """,
            new { soort = Words.Of(groep.Soort), groep.Sleutel, kwartaal },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<MaatRow>> MatenAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MaatRow>(new CommandDefinition(
            "SELECT vragenlijst, versie, dimensie FROM groepscijfers.maten ORDER BY vragenlijst, versie, dimensie", cancellationToken: cancellationToken))).AsList();

    /// <summary>True when the activity is, or once was, there for everybody.</summary>
    public static async Task<bool> IsActiviteitAsync(NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM activiteiten WHERE id = @id AND gepubliceerd_op IS NOT NULL)", new { id }, cancellationToken: cancellationToken));
    }
}
