using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Hours of one week that are not signed off yet.</summary>
internal sealed record OpenPraktijkuur
{
    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public Guid? VoorPartnerId { get; init; }

    public required string UrenSoort { get; init; }

    public required string Status { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }

    public required int DuurMinuten { get; init; }

    public Praktijkuur ToDomain() => new(PersoonId, VoorPartnerId, Words.Read<Urensoort>(UrenSoort), Words.Read<Urenstatus>(Status), UitgevoerdDatum);
}

internal sealed record Urenaftekening
{
    public required Guid Id { get; init; }

    public required Guid PraktijkovereenkomstId { get; init; }

    public required DateOnly WeekBeginDatum { get; init; }

    public required string[] Werkprocessen { get; init; }

    public required int DuurMinuten { get; init; }

    public required DateTimeOffset AfgetekendOp { get; init; }
}

/// <summary>Weekly sign-offs. They are only ever added.</summary>
internal static class UrenaftekeningStore
{
    /// <summary>More in one week is no week of one student.</summary>
    public const int MaximumRows = 200;

    /// <summary>The hours of this week that are not signed off; they cannot be taken back while the transaction runs.</summary>
    public static async Task<IReadOnlyList<OpenPraktijkuur>> LockOpenAsync(
        NpgsqlConnection connection, Guid praktijkovereenkomstId, DateOnly weekBeginDatum, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<OpenPraktijkuur>(new CommandDefinition(
            """
            select u.id, u.persoon_id, u.voor_partner_id, u.uren_soort, u.status, u.uitgevoerd_datum, u.duur_minuten
            from urenregistratie u
            where u.praktijkovereenkomst_id = @praktijkovereenkomstId and u.uitgevoerd_datum between @weekBeginDatum and @weekBeginDatum + 6
              and not exists (select from urenaftekening_regel r where r.urenregistratie_id = u.id)
            order by u.id limit @MaximumRows for share of u
            """,
            new { praktijkovereenkomstId, weekBeginDatum, MaximumRows },
            cancellationToken: cancellationToken))];

    public static Task InsertAsync(
        NpgsqlConnection connection, Urenaftekening aftekening, IReadOnlyList<OpenPraktijkuur> uren, string clientId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into urenaftekening (id, praktijkovereenkomst_id, week_begin_datum, werkprocessen, client_id, duur_minuten, afgetekend_op)
            values (@Id, @PraktijkovereenkomstId, @WeekBeginDatum, @Werkprocessen, @clientId, @DuurMinuten, @AfgetekendOp);
            insert into urenaftekening_regel (urenregistratie_id, urenaftekening_id, uitgevoerd_datum, duur_minuten)
            select id, @Id, uitgevoerd_datum, duur_minuten from urenregistratie where id = any(@uren);
            """,
            new
            {
                aftekening.Id,
                aftekening.PraktijkovereenkomstId,
                aftekening.WeekBeginDatum,
                aftekening.Werkprocessen,
                aftekening.DuurMinuten,
                aftekening.AfgetekendOp,
                clientId,
                uren = uren.Select(uur => uur.Id).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Urenaftekening>> ListAsync(
        NpgsqlConnection connection, Guid praktijkovereenkomstId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Urenaftekening>(new CommandDefinition(
            """
            select id, praktijkovereenkomst_id, week_begin_datum, werkprocessen, duur_minuten, afgetekend_op from urenaftekening
            where praktijkovereenkomst_id = @praktijkovereenkomstId and id > @after order by id limit @count
            """,
            new { praktijkovereenkomstId, after, count },
            cancellationToken: cancellationToken))];
}
