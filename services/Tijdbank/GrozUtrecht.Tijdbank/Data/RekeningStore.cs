using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>An account as its partner sees it.</summary>
internal sealed record Rekening
{
    public Guid Id { get; init; }

    public string Soort { get; init; } = "";

    public Eenheid Eenheid { get; init; }

    /// <summary>Whose account it is; null unless it is the account of a person.</summary>
    public Guid? PersoonId { get; init; }

    public long Saldo { get; init; }

    /// <summary>What is held to be paid: it counts against the minimum.</summary>
    public long GereserveerdAf { get; init; }

    /// <summary>What others hold to pay to it: it counts against the maximum.</summary>
    public long GereserveerdBij { get; init; }

    public long Minimum { get; init; }

    public long? Maximum { get; init; }

    public bool Besteedbaar { get; init; }

    public long Versie { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    /// <summary>How near to a limit its holder is told.</summary>
    public int SignaalgrensMinuten { get; init; } = Saldosignaal.DefaultMinutes;

    /// <summary>The community whose rules hold for it.</summary>
    public Guid? GemeenschapId { get; init; }

    public string Recht { get; init; } = "";
}

/// <summary>Accounts of persons and who may see them.</summary>
internal static class RekeningStore
{
    // A closed account is seen by nobody: a right that was granted while it was being closed must not bring it back.
    private const string Select =
        """
        select r.id, r.soort, r.eenheid, r.persoon_id, r.aangemaakt_op, t.recht,
          s.saldo, s.gereserveerd_af, s.gereserveerd_bij, s.minimum, s.maximum, s.besteedbaar, s.versie,
          g.id as gemeenschap_id, coalesce(g.signaalgrens_minuten, 60) as signaalgrens_minuten
        from rekening_toegang t join grootboek.rekening r on r.id = t.rekening_id join grootboek.stand s on s.rekening_id = r.id
        left join rekening_gemeenschap rg on rg.rekening_id = r.id left join gemeenschap g on g.id = rg.gemeenschap_id
        where t.partner_id = @partnerId and r.gesloten_op is null
        """;

    /// <summary>
    /// Opens the account of this person unless there is one: a person has one account, whoever they help. Who opens it manages it;
    /// with <paramref name="mayView"/> a later partner gets to see it. A closed account stays closed and shows itself to nobody.
    /// </summary>
    /// <returns>The account's id, and whether this call opened it.</returns>
    public static async Task<(Guid Id, bool Opened)> OpenAsync(
        NpgsqlConnection connection, Guid newId, Guid persoonId, Guid partnerId, bool mayView, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new { newId, persoonId, partnerId, mayView, now };
        // The second statement sees an account that another transaction committed while the first waited for it; one statement would not.
        var opened = await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into grootboek.rekening (id, soort, persoon_id, aangemaakt_op)
            values (@newId, 'persoon', @persoonId, @now)
            on conflict (persoon_id) do nothing
            """,
            parameters,
            cancellationToken: cancellationToken)) == 1;
        var id = await connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
            """
            with gevonden as (select id, gesloten_op from grootboek.rekening where persoon_id = @persoonId),
            toegang as (
              insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op)
              select id, @partnerId, case when id = @newId then 'beheer' else 'inzage' end, @now
              from gevonden where gesloten_op is null and (id = @newId or @mayView)
              on conflict do nothing
            )
            select id from gevonden
            """,
            parameters,
            cancellationToken: cancellationToken));
        return (id, opened);
    }

    /// <summary>
    /// Opens the counting account beside the account of a person: for hours that are counted but may not be spent. Who sees the one
    /// sees the other.
    /// </summary>
    public static Task<Guid> OpenTellingAsync(NpgsqlConnection connection, Guid persoonRekeningId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
            """
            insert into grootboek.rekening (id, soort, hoort_bij, aangemaakt_op, gesloten_op)
            select @newId, 'telling', id, @now, gesloten_op from grootboek.rekening where id = @persoonRekeningId
            on conflict (hoort_bij) do nothing;

            insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op)
            select telling.id, t.partner_id, t.recht, @now
            from grootboek.rekening telling join rekening_toegang t on t.rekening_id = telling.hoort_bij
            where telling.hoort_bij = @persoonRekeningId
            on conflict do nothing;

            select id from grootboek.rekening where hoort_bij = @persoonRekeningId
            """,
            new { newId = Guid.CreateVersion7(now), persoonRekeningId, now },
            cancellationToken: cancellationToken));

    /// <summary>Opens the account of an organisation in this unit unless there is one, and says which it is.</summary>
    public static Task<Guid> OpenOrganisatieAsync(
        NpgsqlConnection connection, Guid partnerId, Eenheid eenheid, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
            """
            insert into grootboek.rekening (id, soort, eenheid, partner_id, aangemaakt_op)
            values (@newId, 'organisatie', @eenheid, @partnerId, @now)
            on conflict (partner_id, eenheid) where soort = 'organisatie' do nothing;

            insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op)
            select id, @partnerId, 'beheer', @now from grootboek.rekening
            where soort = 'organisatie' and partner_id = @partnerId and eenheid = @eenheid
            on conflict do nothing;

            select id from grootboek.rekening where soort = 'organisatie' and partner_id = @partnerId and eenheid = @eenheid
            """,
            new { newId = Guid.CreateVersion7(now), partnerId, eenheid = (short)eenheid, now },
            cancellationToken: cancellationToken));

    /// <summary>The account, if this partner sees it.</summary>
    public static Task<Rekening?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Rekening>(new CommandDefinition(
            $"{Select} and t.rekening_id = @id", new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>Accounts that this partner sees, oldest first, after the one named.</summary>
    public static async Task<IReadOnlyList<Rekening>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, Guid? persoonId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Rekening>(new CommandDefinition(
            $"""
             {Select} and t.rekening_id > @after and (@persoonId::uuid is null or r.persoon_id = @persoonId)
             order by t.rekening_id limit @count
             """,
            new { partnerId, persoonId, after, count },
            cancellationToken: cancellationToken))];

    /// <summary>
    /// Closes the account of a person who is gone, or opens it closed, so that hours that arrive later do not open a new one.
    /// The ledger's rows stay; what partners wrote and who may look does not.
    /// </summary>
    public static Task CloseAsync(NpgsqlConnection connection, Guid newId, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into grootboek.rekening (id, soort, persoon_id, aangemaakt_op, gesloten_op)
            values (@newId, 'persoon', @persoonId, @now, @now)
            on conflict (persoon_id) do update set gesloten_op = coalesce(rekening.gesloten_op, excluded.gesloten_op);

            update grootboek.rekening set gesloten_op = coalesce(gesloten_op, @now)
            where hoort_bij = (select id from grootboek.rekening where persoon_id = @persoonId);

            delete from rekening_toegang where rekening_id in (
              select r.id from grootboek.rekening r left join grootboek.rekening h on h.id = r.hoort_bij
              where @persoonId in (r.persoon_id, h.persoon_id));

            delete from overboeking_omschrijving where overboeking_id in (
              select o.id from grootboek.overboeking o join grootboek.rekening r on r.nummer = o.van
              where r.persoon_id = @persoonId and o.soort in (1, 3)
              union all
              select o.id from grootboek.overboeking o join grootboek.rekening r on r.nummer = o.naar
              where r.persoon_id = @persoonId and o.soort in (1, 3));
            """,
            new { newId, persoonId, now },
            cancellationToken: cancellationToken));
}
