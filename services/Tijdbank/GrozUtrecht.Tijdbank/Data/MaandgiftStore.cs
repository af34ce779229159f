using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Monthly gifts and what became of each month.</summary>
internal static class MaandgiftStore
{
    private const string Columns =
        """
        m.id, m.partner_id, m.van_rekening_id, m.naar_rekening_id, m.ontvanger_soort, m.duur_minuten, m.anoniem, m.bericht, m.start_datum,
        m.dag_van_de_maand, m.eind_datum, m.status, m.volgende_datum, m.version, m.aangemaakt_op, m.gewijzigd_op
        """;

    // The account of a person who left is seen by nobody any more, and neither is what it gave.
    private const string Select =
        $"""
        select {Columns}, b.maand as beurt_maand, b.pogingen as beurt_pogingen, b.uitkomst as beurt_uitkomst, b.gift_id as beurt_gift_id
        from maandgift m
        join grootboek.rekening r on r.id = m.van_rekening_id and r.gesloten_op is null
        left join lateral (select * from maandgift_beurt x where x.maandgift_id = m.id order by x.maand desc limit 1) as b on true
        where m.partner_id = @partnerId
        """;

    public static Task InsertAsync(NpgsqlConnection connection, MaandgiftRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into maandgift (
              id, partner_id, van_rekening_id, naar_rekening_id, ontvanger_soort, duur_minuten, anoniem, bericht, start_datum,
              dag_van_de_maand, eind_datum, status, volgende_datum, version, aangemaakt_op, gewijzigd_op)
            values (
              @Id, @PartnerId, @VanRekeningId, @NaarRekeningId, @OntvangerSoort, @DuurMinuten, @Anoniem, @Bericht, @StartDatum,
              @DagVanDeMaand, @EindDatum, @Status, @VolgendeDatum, @Version, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task UpdateAsync(NpgsqlConnection connection, MaandgiftRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update maandgift set
              van_rekening_id = @VanRekeningId, naar_rekening_id = @NaarRekeningId, ontvanger_soort = @OntvangerSoort,
              duur_minuten = @DuurMinuten, anoniem = @Anoniem, bericht = @Bericht, start_datum = @StartDatum,
              dag_van_de_maand = @DagVanDeMaand, eind_datum = @EindDatum, status = @Status, volgende_datum = @VolgendeDatum,
              version = @Version, gewijzigd_op = @GewijzigdOp
            where id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<int> CountActiveAsync(NpgsqlConnection connection, Guid rekeningId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*)::int from maandgift where van_rekening_id = @rekeningId and status = 'actief'",
            new { rekeningId },
            cancellationToken: cancellationToken));

    /// <summary>Of this partner, oldest first, after the one named.</summary>
    public static async Task<IReadOnlyList<MaandgiftRow>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<MaandgiftRow>(new CommandDefinition(
            $"{Select} and m.id > @after order by m.id limit @count", new { partnerId, after, count }, cancellationToken: cancellationToken))];

    public static Task<MaandgiftRow?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MaandgiftRow>(new CommandDefinition(
            $"{Select} and m.id = @id", new { partnerId, id }, cancellationToken: cancellationToken));

    /// <summary>The same, locked to change it.</summary>
    public static Task<MaandgiftRow?> LockAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MaandgiftRow>(new CommandDefinition(
            $"{Select} and m.id = @id for no key update of m", new { partnerId, id }, cancellationToken: cancellationToken));

    /// <summary>Locks one that must be looked at on this day and that nobody else looks at.</summary>
    public static Task<MaandgiftRow?> LockDueAsync(NpgsqlConnection connection, DateOnly today, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MaandgiftRow>(new CommandDefinition(
            $"""
             select {Columns} from maandgift m
             where m.status = 'actief' and m.volgende_datum <= @today
             order by m.volgende_datum, m.id limit 1 for no key update skip locked
             """,
            new { today },
            cancellationToken: cancellationToken));

    /// <summary>Turns of the months from this one on.</summary>
    public static async Task<IReadOnlyList<Maandbeurt>> TurnsAsync(NpgsqlConnection connection, Guid id, DateOnly from, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(DateOnly Maand, bool IsGiven, int Attempts, DateOnly LastAttempt)>(new CommandDefinition(
            "select maand, gift_id is not null, pogingen, laatste_poging from maandgift_beurt where maandgift_id = @id and maand >= @from order by maand",
            new { id, from },
            cancellationToken: cancellationToken))).Select(turn => new Maandbeurt(turn.Maand, turn.IsGiven, turn.Attempts, turn.LastAttempt))];

    /// <summary>Writes an attempt down; a month that was given is not written again.</summary>
    public static Task RecordAttemptAsync(
        NpgsqlConnection connection, Guid id, DateOnly maand, DateOnly today, Boekuitkomst outcome, Guid? giftId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into maandgift_beurt as b (maandgift_id, maand, pogingen, laatste_poging, uitkomst, gift_id)
            values (@id, @maand, 1, @today, @outcome, @giftId)
            on conflict (maandgift_id, maand) do update
              set pogingen = b.pogingen + 1, laatste_poging = excluded.laatste_poging, uitkomst = excluded.uitkomst, gift_id = excluded.gift_id
              where b.gift_id is null
            """,
            new { id, maand, today, outcome = (short)outcome, giftId },
            cancellationToken: cancellationToken));

    /// <summary>Says when to look again; never again when there is no day. Not a new version: nothing changed that a partner wrote.</summary>
    public static Task PostponeAsync(NpgsqlConnection connection, Guid id, DateOnly? next, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update maandgift set volgende_datum = @next, status = case when @next::date is null then 'afgelopen' else status end where id = @id",
            new { id, next },
            cancellationToken: cancellationToken));
}
