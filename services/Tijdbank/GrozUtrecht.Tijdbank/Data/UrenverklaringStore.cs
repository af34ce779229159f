using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>An hours statement as it was issued, and whether it was withdrawn since.</summary>
internal sealed record Urenverklaring
{
    public required Guid Id { get; init; }

    public required string Nummer { get; init; }

    public required Guid PraktijkovereenkomstId { get; init; }

    public required DateOnly BeginDatum { get; init; }

    public required DateOnly TotEnMetDatum { get; init; }

    public required int DuurMinuten { get; init; }

    public required Guid AfgegevenDoor { get; init; }

    public required DateTimeOffset AfgegevenOp { get; init; }

    public required string Bewijs { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }
}

/// <summary>One week of an hours statement.</summary>
internal sealed record Urenverklaringweek(DateOnly WeekBeginDatum, long DuurMinuten, DateTimeOffset AfgetekendOp);

/// <summary>Hours statements. Who sees one follows from its agreement.</summary>
internal static class UrenverklaringStore
{
    private const string Columns =
        """
        select v.id, v.nummer, v.praktijkovereenkomst_id, v.begin_datum, v.tot_en_met_datum, v.duur_minuten, v.afgegeven_door, v.afgegeven_op,
          v.bewijs, i.ingetrokken_op
        from urenverklaring v left join urenverklaring_intrekking i on i.urenverklaring_id = v.id
        """;

    private const string SignedOff =
        """
        from urenaftekening_regel r
        join urenaftekening a on a.id = r.urenaftekening_id
        join urenregistratie u on u.id = r.urenregistratie_id and u.status = 'bevestigd'
        where a.praktijkovereenkomst_id = @praktijkovereenkomstId and r.uitgevoerd_datum <= @totEnMetDatum
        """;

    public static async Task<string> NextNumberAsync(NpgsqlConnection connection, int year, CancellationToken cancellationToken)
    {
        var number = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select nextval('urenverklaring_nummer')", cancellationToken: cancellationToken));
        return $"{year:0000}-{number:000000}";
    }

    /// <summary>
    /// Claims every hour that was signed off up to this day and was not taken back, so that it no longer can be; says how many minutes they are.
    /// </summary>
    public static Task<long> ClaimAsync(
        NpgsqlConnection connection, Guid id, Guid praktijkovereenkomstId, DateOnly totEnMetDatum, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"""
             with geclaimd as (
               update urenregistratie set urenverklaring_id = coalesce(urenverklaring_id, @id)
               where status = 'bevestigd' and id in (select r.urenregistratie_id {SignedOff})
               returning id)
             select coalesce(sum(r.duur_minuten), 0) from urenaftekening_regel r join geclaimd g on g.id = r.urenregistratie_id
             """,
            new { id, praktijkovereenkomstId, totEnMetDatum },
            cancellationToken: cancellationToken));

    public static Task InsertAsync(NpgsqlConnection connection, Urenverklaring verklaring, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
             insert into urenverklaring (id, nummer, praktijkovereenkomst_id, begin_datum, tot_en_met_datum, duur_minuten, afgegeven_door, afgegeven_op, bewijs)
             values (@Id, @Nummer, @PraktijkovereenkomstId, @BeginDatum, @TotEnMetDatum, @DuurMinuten, @AfgegevenDoor, @AfgegevenOp, @Bewijs);
             insert into urenverklaring_regel (urenverklaring_id, urenregistratie_id) select @Id, r.urenregistratie_id {SignedOff};
             """,
            verklaring,
            cancellationToken: cancellationToken));

    public static Task<Urenverklaring?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Urenverklaring>(new CommandDefinition(
            $"{Columns} where v.id = @id", new { id }, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Urenverklaring>> ListAsync(
        NpgsqlConnection connection, Guid praktijkovereenkomstId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Urenverklaring>(new CommandDefinition(
            $"{Columns} where v.praktijkovereenkomst_id = @praktijkovereenkomstId and v.id > @after order by v.id limit @count",
            new { praktijkovereenkomstId, after, count },
            cancellationToken: cancellationToken))];

    public static async Task<IReadOnlyList<Urenverklaringweek>> WeeksAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Urenverklaringweek>(new CommandDefinition(
            """
            select a.week_begin_datum, sum(r.duur_minuten)::bigint as duur_minuten, max(a.afgetekend_op) as afgetekend_op
            from urenverklaring_regel v
            join urenaftekening_regel r on r.urenregistratie_id = v.urenregistratie_id
            join urenaftekening a on a.id = r.urenaftekening_id
            where v.urenverklaring_id = @id group by a.week_begin_datum order by a.week_begin_datum
            """,
            new { id },
            cancellationToken: cancellationToken))];

    public static async Task<IReadOnlyList<string>> WerkprocessenAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            """
            select distinct unnest(a.werkprocessen)
            from urenverklaring_regel v
            join urenaftekening_regel r on r.urenregistratie_id = v.urenregistratie_id
            join urenaftekening a on a.id = r.urenaftekening_id
            where v.urenverklaring_id = @id order by 1
            """,
            new { id },
            cancellationToken: cancellationToken))];

    /// <summary>Withdraws it; its hours may be taken back again unless another statement that holds has them too. False when it was withdrawn before.</summary>
    public static async Task<bool> WithdrawAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, string reden, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var added = await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into urenverklaring_intrekking (urenverklaring_id, partner_id, reden, ingetrokken_op)
            values (@id, @partnerId, @reden, @now) on conflict do nothing
            """,
            new { id, partnerId, reden, now },
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update urenregistratie u set urenverklaring_id = (
              select r.urenverklaring_id from urenverklaring_regel r
              where r.urenregistratie_id = u.id and not exists (select from urenverklaring_intrekking i where i.urenverklaring_id = r.urenverklaring_id)
              order by r.urenverklaring_id limit 1)
            where u.urenverklaring_id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));
        return added == 1;
    }
}
