using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Deelnames;

/// <summary>What registering asks of sessions and their activities. Sessions are always locked before deelnames and budgets, in order of id.</summary>
internal static class SessiefeitenStore
{
    private const string Columns =
        """
        sessies.id, activiteit_id, activiteiten.partner_id AS eigenaar_id, activiteiten.status AS activiteit_status, sessie_status, sessies.soort,
        activiteiten.gebied, begint_op, eindigt_op, sessies.capaciteit, bezet, prijs_centen, bedenktijd_minuten
        """;

    private const string Visible =
        $"""
        SELECT {Columns} FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id
        WHERE sessies.id = @id AND (activiteiten.partner_id = @partnerId OR activiteiten.status = 'gepubliceerd')
        """;

    /// <summary>Reads without a lock what a registration is judged by; null when this partner may not see it.</summary>
    public static Task<Sessiefeiten?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Sessiefeiten>(new CommandDefinition(Visible, new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>
    /// The same with whether the person was removed, in one round trip and prepared: a rush for one session asks this hundreds of times a
    /// second. The person stays as they are until the transaction ends, as <see cref="PersoonStore.IsRemovedAsync"/> says.
    /// </summary>
    public static async Task<(Sessiefeiten? Sessie, bool IsRemoved)> FindForPersoonAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, Guid persoonId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{PersoonStore.Lock}; {PersoonStore.Removed}; {Visible}", connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("partnerId", partnerId);
        command.Parameters.AddWithValue("persoonId", persoonId);
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var isRemoved = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken);
        return (reader.Parse<Sessiefeiten>().SingleOrDefault(), isRemoved);
    }

    /// <summary>Locks the session until the end of the transaction: whoever else wants a place of it waits.</summary>
    public static Task<Sessiefeiten?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Sessiefeiten>(new CommandDefinition(
            $"SELECT {Columns} FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id WHERE sessies.id = @id FOR UPDATE OF sessies",
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Locks the session of the owner's own activity; null when it is not there.</summary>
    public static async Task<Sessiefeiten?> LockOwnAsync(
        NpgsqlConnection connection, Guid activiteitId, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        await LockAsync(connection, id, cancellationToken) is { } sessie && sessie.ActiviteitId == activiteitId && sessie.EigenaarId == partnerId
            ? sessie
            : null;

    /// <summary>Locks many sessions in order of id, so that two transactions that want the same ones wait instead of blocking each other for ever.</summary>
    public static Task LockAllAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM sessies WHERE id = ANY (@ids) ORDER BY id FOR UPDATE", new { ids = ids.ToArray() }, cancellationToken: cancellationToken));
}
