using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>A row of <c>matchingregels</c>: one version of the rules of one area.</summary>
internal sealed record MatchingregelsRow
{
    public const string Columns =
        """
        gebied, versie, afstand, tijd, vaardigheden, taal, eerder_goed, laatst_gevraagd, belasting, nieuwkomer,
        maximum_keer_gevraagd_per_week, kandidaten_per_hulpvraag, maximum_per_helper, gewijzigd_door, gewijzigd_op
        """;

    public required string Gebied { get; init; }

    public required long Versie { get; init; }

    public required int Afstand { get; init; }

    public required int Tijd { get; init; }

    public required int Vaardigheden { get; init; }

    public required int Taal { get; init; }

    public required int EerderGoed { get; init; }

    public required int LaatstGevraagd { get; init; }

    public required int Belasting { get; init; }

    public required int Nieuwkomer { get; init; }

    public required int MaximumKeerGevraagdPerWeek { get; init; }

    public required int KandidatenPerHulpvraag { get; init; }

    public required int MaximumPerHelper { get; init; }

    public required string GewijzigdDoor { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public Matchingregels ToDomain() => new(
        new(Afstand, Tijd, Vaardigheden, Taal, EerderGoed, LaatstGevraagd, Belasting, Nieuwkomer), MaximumKeerGevraagdPerWeek)
    {
        KandidatenPerHulpvraag = KandidatenPerHulpvraag,
        MaximumPerHelper = MaximumPerHelper,
        Versie = Versie,
    };
}

internal static class MatchingregelsStore
{
    /// <summary>The area of every postcode that lies in none.</summary>
    public const string Elsewhere = "overig";

    public static string GebiedOf(string postcode) => Postcode4.TryFind(postcode, out var known) ? known.Gebied?.Code ?? Elsewhere : Elsewhere;

    /// <summary>Whether rules can be kept under this code.</summary>
    public static bool IsGebied(string code) => code == Elsewhere || Gebied.TryFind(code, out _);

    /// <summary>The rules that count now for a hulpvraag at this postcode.</summary>
    public static async Task<Matchingregels> OfPostcodeAsync(
        NpgsqlConnection connection, Guid partnerId, string postcode, CancellationToken cancellationToken) =>
        (await FindAsync(connection, partnerId, GebiedOf(postcode), cancellationToken))?.ToDomain() ?? Matchingregels.Default;

    /// <summary>The rules that count now, by area; an area that is not there has those of the platform.</summary>
    public static async Task<IReadOnlyDictionary<string, Matchingregels>> AllAsync(NpgsqlConnection connection, Guid partnerId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MatchingregelsRow>(new CommandDefinition(
            $"SELECT DISTINCT ON (gebied) {MatchingregelsRow.Columns} FROM matchingregels WHERE partner_id = @partnerId ORDER BY gebied, versie DESC",
            new { partnerId },
            cancellationToken: cancellationToken))).ToDictionary(row => row.Gebied, row => row.ToDomain(), StringComparer.Ordinal);

    /// <summary>The latest version; null while the partner has changed nothing in this area.</summary>
    public static Task<MatchingregelsRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, string gebied, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MatchingregelsRow>(new CommandDefinition(
            $"SELECT {MatchingregelsRow.Columns} FROM matchingregels WHERE partner_id = @partnerId AND gebied = @gebied ORDER BY versie DESC LIMIT 1",
            new { partnerId, gebied },
            cancellationToken: cancellationToken));

    /// <summary>Versions before this one, newest first.</summary>
    public static async Task<IReadOnlyList<MatchingregelsRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, string gebied, long before, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MatchingregelsRow>(new CommandDefinition(
            $"""
            SELECT {MatchingregelsRow.Columns} FROM matchingregels
            WHERE partner_id = @partnerId AND gebied = @gebied AND versie < @before ORDER BY versie DESC LIMIT @limit
            """,
            new { partnerId, gebied, before, limit },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Stores the next version; false when somebody else stored one with this number.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Guid partnerId, MatchingregelsRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO matchingregels (partner_id, {MatchingregelsRow.Columns})
            VALUES (@partnerId, @Gebied, @Versie, @Afstand, @Tijd, @Vaardigheden, @Taal, @EerderGoed, @LaatstGevraagd, @Belasting, @Nieuwkomer,
              @MaximumKeerGevraagdPerWeek, @KandidatenPerHulpvraag, @MaximumPerHelper, @GewijzigdDoor, @GewijzigdOp)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                partnerId,
                row.Gebied,
                row.Versie,
                row.Afstand,
                row.Tijd,
                row.Vaardigheden,
                row.Taal,
                row.EerderGoed,
                row.LaatstGevraagd,
                row.Belasting,
                row.Nieuwkomer,
                row.MaximumKeerGevraagdPerWeek,
                row.KandidatenPerHulpvraag,
                row.MaximumPerHelper,
                row.GewijzigdDoor,
                row.GewijzigdOp,
            },
            cancellationToken: cancellationToken)) == 1;
}
