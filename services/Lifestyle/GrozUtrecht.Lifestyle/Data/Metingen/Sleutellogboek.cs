using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>Something that happened to a person's key.</summary>
internal sealed record Sleutelgebeurtenis
{
    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required string Gebeurtenis { get; init; }

    public required Guid PartnerId { get; init; }

    public required string ClientId { get; init; }

    public required DateTimeOffset Op { get; init; }
}

/// <summary>SQL on the log of keys and the count of wrong ones; the other half of <see cref="Sleutelkast"/>.</summary>
internal static class Sleutellogboek
{
    public const int MaximumWrong = 10;

    private const string Hour = "interval '1 hour'";
    private const int MaximumShown = 200;

    public static Task AddAsync(NpgsqlConnection connection, Sleutelgebeurtenis gebeurtenis, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sleutels.logboek (id, persoon_id, gebeurtenis, partner_id, client_id, op)
            VALUES (@Id, @PersoonId, @Gebeurtenis, @PartnerId, @ClientId, @Op)
            """,
            gebeurtenis,
            cancellationToken: cancellationToken));

    /// <summary>The newest events of a person's key, the newest first.</summary>
    public static async Task<IReadOnlyList<Sleutelgebeurtenis>> ListAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Sleutelgebeurtenis>(new CommandDefinition(
            $"""
            SELECT id, persoon_id, gebeurtenis, partner_id, client_id, op FROM sleutels.logboek
            WHERE persoon_id = @persoonId ORDER BY id DESC LIMIT {MaximumShown}
            """,
            new { persoonId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>True when this partner handed out the person's first key.</summary>
    public static Task<bool> IssuedAsync(NpgsqlConnection connection, Guid persoonId, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM sleutels.logboek WHERE persoon_id = @persoonId AND partner_id = @partnerId AND gebeurtenis = 'uitgegeven')",
            new { persoonId, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Counts one wrong key of this partner for this person, and lets go of counts that are over.</summary>
    public static Task CountWrongAsync(NpgsqlConnection connection, Guid persoonId, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO sleutels.pogingen AS poging (persoon_id, partner_id, aantal, sinds) VALUES (@persoonId, @partnerId, 1, @now)
            ON CONFLICT (persoon_id, partner_id) DO UPDATE
            SET aantal = CASE WHEN poging.sinds > @now - {Hour} THEN poging.aantal + 1 ELSE 1 END,
                sinds = CASE WHEN poging.sinds > @now - {Hour} THEN poging.sinds ELSE @now END;

            DELETE FROM sleutels.pogingen WHERE (persoon_id, partner_id) IN (
              SELECT persoon_id, partner_id FROM sleutels.pogingen WHERE sinds <= @now - {Hour} ORDER BY sinds LIMIT 10 FOR UPDATE SKIP LOCKED);
            """,
            new { persoonId, partnerId, now },
            cancellationToken: cancellationToken));

    /// <summary>True when this partner was wrong too often in the last hour.</summary>
    public static Task<bool> IsLockedAsync(NpgsqlConnection connection, Guid persoonId, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"""
            SELECT EXISTS (
              SELECT FROM sleutels.pogingen
              WHERE persoon_id = @persoonId AND partner_id = @partnerId AND sinds > @now - {Hour} AND aantal >= {MaximumWrong})
            """,
            new { persoonId, partnerId, now },
            cancellationToken: cancellationToken));
}
