using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Communities, and the rules of accounts that follow from them. Locks are taken in one order: community, own rows of the account,
/// balances in the order of their accounts.
/// </summary>
internal static class GemeenschapStore
{
    private const string Select =
        """
        select id, partner_id, naam, gebied, werkwijze, minimum_minuten, maximum_minuten, signaalgrens_minuten, version, aangemaakt_op, gewijzigd_op
        from gemeenschap
        """;

    public static Task InsertAsync(NpgsqlConnection connection, GemeenschapRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into gemeenschap (
              id, partner_id, naam, gebied, werkwijze, minimum_minuten, maximum_minuten, signaalgrens_minuten, version, aangemaakt_op, gewijzigd_op)
            values (
              @Id, @PartnerId, @Naam, @Gebied, @Werkwijze, @MinimumMinuten, @MaximumMinuten, @SignaalgrensMinuten, @Version, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task UpdateAsync(NpgsqlConnection connection, GemeenschapRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update gemeenschap set
              partner_id = @PartnerId, naam = @Naam, gebied = @Gebied, werkwijze = @Werkwijze, minimum_minuten = @MinimumMinuten,
              maximum_minuten = @MaximumMinuten, signaalgrens_minuten = @SignaalgrensMinuten, version = @Version, gewijzigd_op = @GewijzigdOp
            where id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task<GemeenschapRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<GemeenschapRow>(new CommandDefinition($"{Select} where id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Locks it, to change its rules.</summary>
    public static Task<GemeenschapRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<GemeenschapRow>(new CommandDefinition(
            $"{Select} where id = @id for no key update", new { id }, cancellationToken: cancellationToken));

    /// <summary>Keeps its rules as they are until the transaction ends.</summary>
    public static Task<GemeenschapRow?> HoldAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<GemeenschapRow>(new CommandDefinition(
            $"{Select} where id = @id for share", new { id }, cancellationToken: cancellationToken));

    /// <summary>Those after the one named, oldest first.</summary>
    public static async Task<IReadOnlyList<GemeenschapRow>> ListAsync(
        NpgsqlConnection connection, string? gebied, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<GemeenschapRow>(new CommandDefinition(
            $"{Select} where id > @after and (@gebied::text is null or gebied = @gebied) order by id limit @count",
            new { gebied, after, count },
            cancellationToken: cancellationToken))];

    /// <summary>How many accounts it has.</summary>
    public static Task<int> CountAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*)::int from rekening_gemeenschap where gemeenschap_id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>The rules of an account of a person or an organisation that counts minutes and is open; null for any other.</summary>
    public static Task<RekeningRegels?> FindRulesAsync(NpgsqlConnection connection, Guid rekeningId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RekeningRegels>(new CommandDefinition(
            "select rekening_id, gemeenschap_id, minimum, maximum, besteedbaar from rekening_regels where rekening_id = @rekeningId",
            new { rekeningId },
            cancellationToken: cancellationToken));

    /// <summary>Puts an account in a community, or, with null, in none.</summary>
    public static Task AssignAsync(
        NpgsqlConnection connection, Guid rekeningId, Guid? gemeenschapId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            gemeenschapId is null
                ? "delete from rekening_gemeenschap where rekening_id = @rekeningId"
                : """
                  insert into rekening_gemeenschap (rekening_id, gemeenschap_id, toegewezen_op) values (@rekeningId, @gemeenschapId, @now)
                  on conflict (rekening_id) do update set gemeenschap_id = excluded.gemeenschap_id, toegewezen_op = excluded.toegewezen_op
                  """,
            new { rekeningId, gemeenschapId, now },
            cancellationToken: cancellationToken));

    public static Task SetLimitsAsync(
        NpgsqlConnection connection, Guid rekeningId, int? minimumMinuten, int? maximumMinuten, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into rekening_limiet (rekening_id, minimum_minuten, maximum_minuten) values (@rekeningId, @minimumMinuten, @maximumMinuten)
            on conflict (rekening_id) do update set minimum_minuten = excluded.minimum_minuten, maximum_minuten = excluded.maximum_minuten
            """,
            new { rekeningId, minimumMinuten, maximumMinuten },
            cancellationToken: cancellationToken));

    /// <summary>
    /// Makes the rules hold, for one account or for all of a community. Balances are locked first, so that none leaves the new limits
    /// between looking and writing.
    /// </summary>
    /// <returns>How many balances lie outside the new limits; unless it is zero nothing was written.</returns>
    public static async Task<int> ApplyAsync(
        NpgsqlConnection connection, Guid? rekeningId, Guid? gemeenschapId, CancellationToken cancellationToken)
    {
        var parameters = new { rekeningId, gemeenschapId };
        var which = rekeningId is null ? "r.gemeenschap_id = @gemeenschapId" : "r.rekening_id = @rekeningId";
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
             select from grootboek.stand s where s.rekening_id in (select r.rekening_id from rekening_regels r where {which})
             order by s.rekening_id for no key update
             """,
            parameters,
            cancellationToken: cancellationToken));
        var outside = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"""
             select count(*)::int from rekening_regels r join grootboek.stand s on s.rekening_id = r.rekening_id
             where {which} and (s.saldo - s.gereserveerd_af < r.minimum or s.saldo + s.gereserveerd_bij > r.maximum)
             """,
            parameters,
            cancellationToken: cancellationToken));
        if (outside == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                $"""
                 update grootboek.stand s set minimum = r.minimum, maximum = r.maximum, besteedbaar = r.besteedbaar
                 from rekening_regels r
                 where r.rekening_id = s.rekening_id and {which}
                   and (s.minimum, s.maximum, s.besteedbaar) is distinct from (r.minimum, r.maximum, r.besteedbaar)
                 """,
                parameters,
                cancellationToken: cancellationToken));
        }

        return outside;
    }
}
