using Dapper;
using GrozUtrecht.VitaalWerken.Domain;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>Somebody who takes part in a programme: a pseudonym, and nothing of who it is.</summary>
internal sealed record Deelname
{
    public required Guid Id { get; init; }

    public required Guid ProgrammaId { get; init; }
}

/// <summary>SQL on <c>medewerkers.deelnames</c>.</summary>
internal static class DeelnameStore
{
    /// <summary>Whose key this is; locked until the end of the transaction when asked, so that what one person does comes one after another.</summary>
    public static Task<Deelname?> FindAsync(NpgsqlConnection connection, string sleutel, bool isLocked, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Deelname>(new CommandDefinition(
            $"SELECT id, programma_id FROM medewerkers.deelnames WHERE sleutel_hash = @hash{(isLocked ? " FOR UPDATE" : "")}",
            new { hash = Geheimecode.Hash(sleutel) },
            cancellationToken: cancellationToken));

    /// <summary>Enrols a pseudonym with this key; false when the key is in use.</summary>
    public static async Task<bool> TryAddAsync(NpgsqlConnection connection, Guid programmaId, string sleutel, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO medewerkers.deelnames (programma_id, sleutel_hash) VALUES (@programmaId, @hash) ON CONFLICT (sleutel_hash) DO NOTHING",
            new { programmaId, hash = Geheimecode.Hash(sleutel) },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Takes out everything of this pseudonym, and gives its places back. The places are locked in one order, whoever withdraws.</summary>
    public static async Task WithdrawAsync(NpgsqlConnection connection, Deelname deelname, DateOnly today, CancellationToken cancellationToken)
    {
        var sessies = (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT sessie_sleutel FROM medewerkers.sessieplaatsen
            WHERE sessie_sleutel IN (SELECT sessie_sleutel FROM medewerkers.aanmeldingen WHERE deelname_id = @Id)
            ORDER BY sessie_sleutel
            FOR NO KEY UPDATE
            """,
            deelname,
            cancellationToken: cancellationToken))).AsList();
        foreach (var sessie in sessies)
            await AanmeldingStore.RemoveAsync(connection, deelname, sessie, today, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM medewerkers.deelnames WHERE id = @Id", deelname, cancellationToken: cancellationToken));
        await TellingStore.AddAsync(connection, deelname.ProgrammaId, sessieSleutel: null, today, saldo: -1, cancellationToken);
    }

    /// <summary>Forgets everybody of a programme, and what was counted while it ran.</summary>
    public static Task ForgetAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM medewerkers.deelnames WHERE programma_id = @programmaId;
            DELETE FROM medewerkers.sessieplaatsen WHERE programma_id = @programmaId;
            DELETE FROM medewerkers.tellingen WHERE programma_id = @programmaId;
            DELETE FROM medewerkers.programmageheimen WHERE programma_id = @programmaId;
            DELETE FROM medewerkers.uitnodigingscodes WHERE soort = 'programma' AND doel_id = @programmaId;
            """,
            new { programmaId },
            cancellationToken: cancellationToken));
}
