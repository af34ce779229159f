using Dapper;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One row of <c>metingen.meetmomenten</c>.</summary>
internal sealed record MeetmomentRow
{
    public required Guid ArrangementId { get; init; }

    public required int Maanden { get; init; }

    public required DateOnly OpentDatum { get; init; }

    public required DateOnly SluitDatum { get; init; }

    public required bool Gedaan { get; init; }

    public MeetmomentStatus StatusOn(DateOnly day) => Meetplan.StatusOf(new(Maanden, OpentDatum, SluitDatum), Gedaan, day);
}

/// <summary>SQL on the moments to measure.</summary>
internal static class MeetmomentStore
{
    private const string Columns = "arrangement_id, maanden, opent_datum, sluit_datum, gedaan";

    public static Task InsertAsync(NpgsqlConnection connection, IEnumerable<MeetmomentRow> rows, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO metingen.meetmomenten ({Columns}) VALUES (@ArrangementId, @Maanden, @OpentDatum, @SluitDatum, @Gedaan)",
            rows,
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<MeetmomentRow>> ListAsync(NpgsqlConnection connection, Guid arrangementId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MeetmomentRow>(new CommandDefinition(
            $"SELECT {Columns} FROM metingen.meetmomenten WHERE arrangement_id = @arrangementId ORDER BY maanden",
            new { arrangementId },
            cancellationToken: cancellationToken))).AsList();

    public static Task MarkDoneAsync(NpgsqlConnection connection, Guid arrangementId, int maanden, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE metingen.meetmomenten SET gedaan = true WHERE arrangement_id = @arrangementId AND maanden = @maanden AND NOT gedaan",
            new { arrangementId, maanden },
            cancellationToken: cancellationToken));

    /// <summary>What is open on this day with this guide and not done, what closes first first; after the pair of day and arrangement.</summary>
    public static async Task<IReadOnlyList<MeetmomentRow>> ListDueAsync(
        NpgsqlConnection connection, Guid partnerId, DateOnly today, DateOnly afterDay, Guid afterId, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<MeetmomentRow>(new CommandDefinition(
            """
            SELECT moment.arrangement_id, maanden, opent_datum, sluit_datum, gedaan
            FROM metingen.meetmomenten moment
            JOIN metingen.arrangementen arrangement ON arrangement.id = moment.arrangement_id
            WHERE NOT gedaan AND partner_id = @partnerId AND status = 'lopend' AND opent_datum <= @today AND sluit_datum >= @today
              AND (sluit_datum, moment.arrangement_id) > (@afterDay, @afterId)
            ORDER BY sluit_datum, moment.arrangement_id
            LIMIT @limit
            """,
            new { partnerId, today, afterDay, afterId, limit },
            cancellationToken: cancellationToken))).AsList();
}
