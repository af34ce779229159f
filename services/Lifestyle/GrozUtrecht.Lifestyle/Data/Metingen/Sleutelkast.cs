using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>Who is behind a pseudonym, and with which key that person sees what stands under it.</summary>
internal sealed record Sleutelrij
{
    public required Guid PersoonId { get; init; }

    public required Guid Pseudoniem { get; init; }

    public required byte[] SleutelHash { get; init; }

    public byte[]? NieuweSleutelHash { get; init; }

    public DateTimeOffset? NieuweGeldtVanaf { get; init; }
}

/// <summary>
/// SQL on the persons of the schema <c>sleutels</c>. No query anywhere joins it with another schema: from a person to what that person filled
/// in there is only the way through here.
/// </summary>
internal static class Sleutelkast
{
    private const string Columns = "persoon_id, pseudoniem, sleutel_hash, nieuwe_sleutel_hash, nieuwe_geldt_vanaf";

    /// <summary>The person's row, locked: what a person does goes one after another, and waits for their removal.</summary>
    public static Task<Sleutelrij?> LockAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Sleutelrij>(new CommandDefinition(
            $"SELECT {Columns} FROM sleutels.personen WHERE persoon_id = @persoonId FOR UPDATE", new { persoonId }, cancellationToken: cancellationToken));

    /// <inheritdoc cref="LockAsync"/>
    public static Task<Sleutelrij?> LockPseudoniemAsync(NpgsqlConnection connection, Guid pseudoniem, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Sleutelrij>(new CommandDefinition(
            $"SELECT {Columns} FROM sleutels.personen WHERE pseudoniem = @pseudoniem FOR UPDATE", new { pseudoniem }, cancellationToken: cancellationToken));

    /// <summary>The persons behind these pseudonyms, for the guide whose arrangements they are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> PersonenAsync(
        NpgsqlConnection connection, IEnumerable<Guid> pseudoniemen, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Pseudoniem, Guid PersoonId)>(new CommandDefinition(
            "SELECT pseudoniem, persoon_id FROM sleutels.personen WHERE pseudoniem = ANY (@pseudoniemen)",
            new { pseudoniemen = pseudoniemen.ToArray() },
            cancellationToken: cancellationToken))).ToDictionary(row => row.Pseudoniem, row => row.PersoonId);

    public static Task AddAsync(NpgsqlConnection connection, Guid persoonId, byte[] hash, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO sleutels.personen (persoon_id, sleutel_hash) VALUES (@persoonId, @hash)", new { persoonId, hash }, cancellationToken: cancellationToken));

    /// <summary>Writes the keys of a row that this transaction has locked.</summary>
    public static Task SaveAsync(NpgsqlConnection connection, Sleutelrij row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sleutels.personen
            SET sleutel_hash = @SleutelHash, nieuwe_sleutel_hash = @NieuweSleutelHash, nieuwe_geldt_vanaf = @NieuweGeldtVanaf
            WHERE persoon_id = @PersoonId
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Forgets the person, the keys and their log; gives the pseudonym that nobody is behind from now on.</summary>
    public static async Task<Guid?> EraseAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            WITH attempts AS (DELETE FROM sleutels.pogingen WHERE persoon_id = @persoonId)
            DELETE FROM sleutels.personen WHERE persoon_id = @persoonId RETURNING pseudoniem
            """,
            new { persoonId },
            cancellationToken: cancellationToken));
}
