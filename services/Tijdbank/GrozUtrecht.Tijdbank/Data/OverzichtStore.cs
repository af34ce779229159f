using System.Data;
using Dapper;
using GrozUtrecht.Tijdbank.Domain.Overzichten;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Where an account stood when a period began and when it ended, and which rows lie between.</summary>
internal sealed record Overzichtkop
{
    /// <summary>First row of the period or after it.</summary>
    public long EersteVolgnummer { get; init; }

    /// <summary>First row after the period.</summary>
    public long VolgendeVolgnummer { get; init; }

    public long Beginsaldo { get; init; }

    public long Eindsaldo { get; init; }
}

/// <summary>What came in and what went out.</summary>
internal sealed record Overzichttotaal
{
    public long Aantal { get; init; }

    public long Bij { get; init; }

    public long Af { get; init; }
}

/// <summary>A line of a statement, seen from the account: credits are positive, debits negative.</summary>
internal sealed record Overzichtregel
{
    public Guid OverboekingId { get; init; }

    public long Volgnummer { get; init; }

    public Guid TegenrekeningId { get; init; }

    public string TegenrekeningSoort { get; init; } = "";

    public string? TegenrekeningNaam { get; init; }

    public long Bedrag { get; init; }

    public long SaldoNa { get; init; }

    public DateTimeOffset GeboektOp { get; init; }

    public string? Omschrijving { get; init; }

    public string? Bron { get; init; }

    public string? UrenSoort { get; init; }

    public DateOnly? UitgevoerdDatum { get; init; }
}

/// <summary>Reads statements. Balances come from the rows themselves: nothing is added up over an account's history.</summary>
internal static class OverzichtStore
{
    /// <summary>The most lines of which totals are taken, and of which a file is made.</summary>
    public const int MaximumLines = 10_000;

    // What moved the balance, on either side, each side from its own index. Compared as pairs, because no other index is in that order:
    // asked for "naar = x order by volgnummer", the planner may read all rows of all accounts for the few of a quiet one.
    private const string Rows =
        """
        (select o.id as overboeking_id, o.volgnummer, o.van as tegen, o.bedrag, o.saldo_naar_na as saldo_na, o.geboekt_op
         from grootboek.overboeking o
         where o.soort in (1, 3) and (o.naar, o.volgnummer) >= ((select nummer from grootboek.rekening where id = @rekeningId), @from)
           and (o.naar, o.volgnummer) < ((select nummer from grootboek.rekening where id = @rekeningId), @until)
         order by o.naar, o.volgnummer limit @count)
        union all
        (select o.id, o.volgnummer, o.naar, -o.bedrag, o.saldo_van_na, o.geboekt_op
         from grootboek.overboeking o
         where o.soort in (1, 3) and (o.van, o.volgnummer) >= ((select nummer from grootboek.rekening where id = @rekeningId), @from)
           and (o.van, o.volgnummer) < ((select nummer from grootboek.rekening where id = @rekeningId), @until)
         order by o.van, o.volgnummer limit @count)
        """;

    /// <summary>A moment at which all of a statement is read, so that its lines and balances belong together.</summary>
    public static ValueTask<NpgsqlTransaction> SnapshotAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public static Task<Overzichtkop> HeadAsync(NpgsqlConnection connection, Guid rekeningId, Periode periode, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<Overzichtkop>(new CommandDefinition(
            """
            with grenzen as materialized (
              select nummer,
                coalesce(grootboek.eerste_vanaf(nummer, @begin), 9223372036854775807) as eerste,
                coalesce(grootboek.eerste_vanaf(nummer, @end), 9223372036854775807) as volgende
              from grootboek.rekening where id = @rekeningId)
            select eerste as eerste_volgnummer, volgende as volgende_volgnummer,
              grootboek.saldo_voor(nummer, eerste) as beginsaldo, grootboek.saldo_voor(nummer, volgende) as eindsaldo
            from grenzen
            """,
            new { rekeningId, begin = periode.Begin, end = periode.End },
            cancellationToken: cancellationToken));

    /// <summary>Totals of the period; null when it has more than <see cref="MaximumLines"/>.</summary>
    public static async Task<Overzichttotaal?> TotalAsync(
        NpgsqlConnection connection, Guid rekeningId, Overzichtkop head, CancellationToken cancellationToken)
    {
        var total = await connection.QuerySingleAsync<Overzichttotaal>(new CommandDefinition(
            $"""
             select count(*) as aantal, coalesce(sum(bedrag) filter (where bedrag > 0), 0)::bigint as bij,
               coalesce(-sum(bedrag) filter (where bedrag < 0), 0)::bigint as af
             from ({Rows}) as m
             """,
            new { rekeningId, from = head.EersteVolgnummer, until = head.VolgendeVolgnummer, count = MaximumLines + 1 },
            cancellationToken: cancellationToken));
        return total.Aantal > MaximumLines ? null : total;
    }

    /// <summary>Lines of the period, oldest first, after the number given.</summary>
    public static async Task<IReadOnlyList<Overzichtregel>> LinesAsync(
        NpgsqlConnection connection, Guid rekeningId, Overzichtkop head, long after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Overzichtregel>(new CommandDefinition(
            $"""
             select m.overboeking_id, m.volgnummer, tegen.id as tegenrekening_id, tegen.soort as tegenrekening_soort, tegen.naam as tegenrekening_naam,
               m.bedrag, m.saldo_na, m.geboekt_op, t.tekst as omschrijving, b.bron, b.uren_soort, b.uitgevoerd_datum
             from (select * from ({Rows}) as beide order by volgnummer limit @count) as m
             join grootboek.rekening tegen on tegen.nummer = m.tegen
             left join overboeking_omschrijving t on t.overboeking_id = m.overboeking_id
             left join bijschrijving b on b.overboeking_id = m.overboeking_id
             order by m.volgnummer
             """,
            new { rekeningId, from = Math.Max(head.EersteVolgnummer, after + 1), until = head.VolgendeVolgnummer, count },
            cancellationToken: cancellationToken))];
}
