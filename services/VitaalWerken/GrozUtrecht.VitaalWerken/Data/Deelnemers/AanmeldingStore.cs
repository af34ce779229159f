using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>SQL on registrations and attendance. Nothing says when.</summary>
internal static class AanmeldingStore
{
    /// <summary>Takes a place, once however often it is asked; false when there is none left. The constraint on the places is behind it.</summary>
    public static async Task<bool> TryAddAsync(
        NpgsqlConnection connection, Deelname deelname, Guid sessieSleutel, int capaciteit, DateOnly today, CancellationToken cancellationToken)
    {
        var added = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            INSERT INTO medewerkers.sessieplaatsen (sessie_sleutel, programma_id, capaciteit, bezet)
            VALUES (@sessieSleutel, @ProgrammaId, @capaciteit, 0)
            ON CONFLICT DO NOTHING;
            WITH added AS (
              INSERT INTO medewerkers.aanmeldingen (deelname_id, sessie_sleutel) VALUES (@Id, @sessieSleutel) ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*)::integer FROM added;
            """,
            new { deelname.Id, deelname.ProgrammaId, sessieSleutel, capaciteit },
            cancellationToken: cancellationToken));
        if (added == 0)
            return true;
        var taken = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE medewerkers.sessieplaatsen SET bezet = bezet + 1, capaciteit = @capaciteit
            WHERE sessie_sleutel = @sessieSleutel AND bezet < @capaciteit
            """,
            new { sessieSleutel, capaciteit },
            cancellationToken: cancellationToken));
        if (taken == 0)
            return false;
        await TellingStore.AddAsync(connection, deelname.ProgrammaId, sessieSleutel, today, saldo: 1, cancellationToken);
        return true;
    }

    /// <summary>Gives a place back; nothing happens when there was none.</summary>
    public static async Task RemoveAsync(
        NpgsqlConnection connection, Deelname deelname, Guid sessieSleutel, DateOnly today, CancellationToken cancellationToken)
    {
        var removed = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM medewerkers.aanmeldingen WHERE deelname_id = @Id AND sessie_sleutel = @sessieSleutel",
            new { deelname.Id, sessieSleutel },
            cancellationToken: cancellationToken));
        if (removed == 0)
            return;
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE medewerkers.sessieplaatsen SET bezet = bezet - 1 WHERE sessie_sleutel = @sessieSleutel",
            new { sessieSleutel },
            cancellationToken: cancellationToken));
        await TellingStore.AddAsync(connection, deelname.ProgrammaId, sessieSleutel, today, saldo: -1, cancellationToken);
    }

    /// <summary>Says that this person was there, once however often it is said.</summary>
    public static Task AttendAsync(NpgsqlConnection connection, Guid deelnameId, Guid sessieSleutel, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO medewerkers.aanwezigheden (deelname_id, sessie_sleutel) VALUES (@deelnameId, @sessieSleutel) ON CONFLICT DO NOTHING",
            new { deelnameId, sessieSleutel },
            cancellationToken: cancellationToken));

    /// <summary>The sessions that this person is registered for, and those where they were.</summary>
    public static async Task<(IReadOnlySet<Guid> Aangemeld, IReadOnlySet<Guid> Aanwezig)> ListAsync(
        NpgsqlConnection connection, Guid deelnameId, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT sessie_sleutel FROM medewerkers.aanmeldingen WHERE deelname_id = @deelnameId;
            SELECT sessie_sleutel FROM medewerkers.aanwezigheden WHERE deelname_id = @deelnameId;
            """,
            new { deelnameId },
            cancellationToken: cancellationToken));
        return ((await results.ReadAsync<Guid>()).ToHashSet(), (await results.ReadAsync<Guid>()).ToHashSet());
    }
}
