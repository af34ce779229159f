using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>An account as its partner sees it.</summary>
internal sealed record Rekening
{
    public Guid Id { get; init; }

    public Guid PersoonId { get; init; }

    public long SaldoMinuten { get; init; }

    public long Versie { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    public string Recht { get; init; } = "";
}

/// <summary>Accounts of persons and who may see them.</summary>
internal static class RekeningStore
{
    // A closed account is seen by nobody: a right that was granted while it was being closed must not bring it back.
    private const string Select =
        """
        select r.id, r.persoon_id, r.saldo_minuten, r.versie, r.aangemaakt_op, t.recht
        from rekening_toegang t join rekening r on r.id = t.rekening_id
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
            insert into rekening (id, soort, persoon_id, minimum_minuten, aangemaakt_op)
            values (@newId, 'persoon', @persoonId, 0, @now)
            on conflict (persoon_id) do nothing
            """,
            parameters,
            cancellationToken: cancellationToken)) == 1;
        var id = await connection.ExecuteScalarAsync<Guid>(new CommandDefinition(
            """
            with gevonden as (select id, gesloten_op from rekening where persoon_id = @persoonId),
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
            insert into rekening (id, soort, persoon_id, minimum_minuten, aangemaakt_op, gesloten_op)
            values (@newId, 'persoon', @persoonId, 0, @now, @now)
            on conflict (persoon_id) do update set gesloten_op = coalesce(rekening.gesloten_op, excluded.gesloten_op);

            delete from rekening_toegang where rekening_id = (select id from rekening where persoon_id = @persoonId);

            delete from overboeking_omschrijving where overboeking_id in (
              select o.id from overboeking o join rekening r on r.id = o.van_rekening_id where r.persoon_id = @persoonId
              union all
              select o.id from overboeking o join rekening r on r.id = o.naar_rekening_id where r.persoon_id = @persoonId);
            """,
            new { newId, persoonId, now },
            cancellationToken: cancellationToken));
}
