using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Signalen;
using Npgsql;

namespace GrozUtrecht.Support.Data.Signalen;

/// <summary>A row of <c>buurtsignalen</c> with its bijval.</summary>
internal sealed record SignaalRow
{
    /// <summary>With the parameter <c>@since</c> for the trend.</summary>
    public const string Columns =
        """
        s.id, s.partner_id, s.buurt_id, s.postcode, s.thema, s.persoon_id, s.tekst, s.status, s.samengevoegd_met, s.terugkoppeling, s.teruggekoppeld_op,
        s.version, s.aangemaakt_op, (SELECT count(*) FROM bijval b WHERE b.signaal_id = s.id)::int AS bijval,
        (SELECT count(*) FROM bijval b WHERE b.signaal_id = s.id AND b.aangemaakt_op > @since)::int AS recente_bijval
        """;

    /// <summary>How far back the trend looks.</summary>
    public static readonly TimeSpan TrendSpan = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Guid? BuurtId { get; init; }

    public required string Postcode { get; init; }

    public required string Thema { get; init; }

    public Guid? PersoonId { get; init; }

    public string? Tekst { get; init; }

    public required string Status { get; init; }

    public Guid? SamengevoegdMet { get; init; }

    public string? Terugkoppeling { get; init; }

    public DateTimeOffset? TeruggekoppeldOp { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public int Bijval { get; init; }

    public int RecenteBijval { get; init; }

    public SignaalStatus StatusValue => Words<SignaalStatus>.Read(Status);

    public SignaalResponse ToResponse() => new(
        Id,
        BuurtId,
        Postcode,
        Postcode4.TryFind(Postcode, out var postcode) ? postcode.Gebied?.Code : null,
        Words<Thema>.Read(Thema),
        Tekst,
        StatusValue,
        Bijval,
        RecenteBijval,
        SamengevoegdMet,
        Terugkoppeling,
        TeruggekoppeldOp,
        AangemaaktOp);
}

internal static class SignaalStore
{
    private const int MaximumHops = 4;

    public static Task InsertAsync(NpgsqlConnection connection, SignaalRow signaal, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO buurtsignalen (id, partner_id, buurt_id, postcode, thema, persoon_id, tekst, status, version, aangemaakt_op)
            VALUES (@Id, @PartnerId, @BuurtId, @Postcode, @Thema, @PersoonId, @Tekst, @Status, @Version, @AangemaaktOp)
            """,
            signaal,
            cancellationToken: cancellationToken));

    public static Task<SignaalRow?> FindAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<SignaalRow>(new CommandDefinition(
            $"SELECT {SignaalRow.Columns} FROM buurtsignalen s WHERE s.id = @id AND s.partner_id = @partnerId",
            new { id, partnerId, since = now - SignaalRow.TrendSpan },
            cancellationToken: cancellationToken));

    /// <summary>Holds these signals, in order of id, until the end of the transaction.</summary>
    public static async Task<IReadOnlyList<SignaalRow>> LockAsync(
        NpgsqlConnection connection, Guid partnerId, Guid[] ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<SignaalRow>(new CommandDefinition(
            $"SELECT {SignaalRow.Columns} FROM buurtsignalen s WHERE s.id = ANY (@ids) AND s.partner_id = @partnerId ORDER BY s.id FOR UPDATE OF s",
            new { ids, partnerId, since = now - SignaalRow.TrendSpan },
            cancellationToken: cancellationToken))];

    /// <summary>Holds the signal in which this one lives on: itself, as long as it was not merged into another.</summary>
    public static async Task<SignaalRow?> LockLivingAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var living = id;
        for (var hop = 0; hop < MaximumHops; hop++)
        {
            // Read before it is held: who holds a merged one while waiting for the other would stand in the way of the next merge.
            living = await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
                "SELECT coalesce(samengevoegd_met, id) FROM buurtsignalen WHERE id = @living AND partner_id = @partnerId",
                new { living, partnerId },
                cancellationToken: cancellationToken)) ?? Guid.Empty;
            if (await LockAsync(connection, partnerId, [living], now, cancellationToken) is not [var signaal])
            {
                return null;
            }

            if (signaal.SamengevoegdMet is null)
            {
                return signaal;
            }
        }

        return null;
    }

    /// <summary>Moves a locked signal to another status; with a report when that is how it ends.</summary>
    public static Task MoveAsync(
        NpgsqlConnection connection, Guid id, SignaalStatus status, (string Text, DateTimeOffset At)? report, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE buurtsignalen SET status = @status, terugkoppeling = @text, teruggekoppeld_op = @at, version = version + 1 WHERE id = @id
            """,
            new { id, status = Words<SignaalStatus>.Of(status), text = report?.Text, at = report?.At },
            cancellationToken: cancellationToken));

    /// <summary>Lets locked signals live on in another: bijval and actions move along, and nobody is counted twice.</summary>
    public static Task MergeAsync(NpgsqlConnection connection, Guid into, Guid[] merged, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM bijval b
            WHERE b.signaal_id = ANY (@merged) AND EXISTS (
              SELECT FROM bijval o
              WHERE o.persoon_id = b.persoon_id
                AND (o.signaal_id = @into OR (o.signaal_id = ANY (@merged) AND (o.aangemaakt_op, o.id) < (b.aangemaakt_op, b.id))));

            UPDATE bijval SET signaal_id = @into WHERE signaal_id = ANY (@merged);

            INSERT INTO buurtactie_signalen (partner_id, actie_id, signaal_id)
            SELECT DISTINCT partner_id, actie_id, @into FROM buurtactie_signalen WHERE signaal_id = ANY (@merged)
            ON CONFLICT DO NOTHING;

            DELETE FROM buurtactie_signalen WHERE signaal_id = ANY (@merged);

            UPDATE buurtsignalen SET samengevoegd_met = @into, version = version + 1, status = 'samengevoegd'
            WHERE id = ANY (@merged) OR samengevoegd_met = ANY (@merged);
            """,
            new { into, merged },
            cancellationToken: cancellationToken));
}
