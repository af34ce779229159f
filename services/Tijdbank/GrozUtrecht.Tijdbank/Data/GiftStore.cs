using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Giften;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Gifts. What who receives may read and what who gave may read are two queries, so that neither can show the other's. Pages are read
/// by pairs, as in <see cref="MutatieStore"/>.
/// </summary>
internal static class GiftStore
{
    // An account of a person who left is seen by nobody any more: looked at before the limit, or a page would end too early.
    private const string Given =
        """
        select * from (
          (select g.id, g.volgnummer, g.anoniem, g.van_rekening_id, g.naar_rekening_id, g.ontvanger_soort, g.duur_minuten, g.overboeking_id, g.gegeven_op
           from gift g join grootboek.rekening r on r.id = g.van_rekening_id and r.gesloten_op is null
           where not g.anoniem and (g.gever_partner_id, g.volgnummer) < (@partnerId, @before) and (g.gever_partner_id, g.volgnummer) >= (@partnerId, 0)
             and (@id::uuid is null or g.id = @id)
           order by g.gever_partner_id desc, g.volgnummer desc limit @count)
          union all
          (select g.id, g.volgnummer, g.anoniem, a.van_rekening_id, g.naar_rekening_id, g.ontvanger_soort, g.duur_minuten, a.overboeking_id, g.gegeven_op
           from gift_anoniem a join gift g on g.id = a.gift_id
           join grootboek.rekening r on r.id = a.van_rekening_id and r.gesloten_op is null
           where a.partner_id = @partnerId and g.volgnummer < @before and (@id::uuid is null or g.id = @id)
           order by g.volgnummer desc limit @count)) as gegeven
        """;

    private const string Received =
        """
        select g.id, g.volgnummer, g.anoniem, g.van_rekening_id, g.naar_rekening_id, g.ontvanger_soort, g.duur_minuten, g.overboeking_id, g.gegeven_op
        from gift g join grootboek.rekening r on r.id = g.naar_rekening_id and (r.gesloten_op is null or r.soort = 'wijkpot')
        where (g.ontvanger_partner_id, g.volgnummer) < (@partnerId, @before) and (g.ontvanger_partner_id, g.volgnummer) >= (@partnerId, 0)
          and (@id::uuid is null or g.id = @id)
        order by g.ontvanger_partner_id desc, g.volgnummer desc limit @count
        """;

    public static Task InsertAsync(
        NpgsqlConnection connection, Gift gift, Ontvanger ontvanger, string? bericht, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
             insert into gift (
               id, anoniem, van_rekening_id, gever_partner_id, naar_rekening_id, ontvanger_soort, ontvanger_partner_id, duur_minuten, overboeking_id, gegeven_op)
             values (
               @Id, @Anoniem, case when not @Anoniem then @VanRekeningId end, case when not @Anoniem then @PartnerId end, @RekeningId, @Soort,
               @OntvangerPartnerId, @DurationMinutes, @ReceivingTransferId, @now);
             {(gift.Anoniem
                 ? "insert into gift_anoniem (gift_id, van_rekening_id, partner_id, overboeking_id) values (@Id, @VanRekeningId, @PartnerId, @GivingTransferId);"
                 : "")}
             {(bericht is null ? "" : "insert into gift_bericht (gift_id, tekst) values (@Id, @bericht);")}
             """,
            new
            {
                gift.Id, gift.Anoniem, gift.VanRekeningId, gift.PartnerId, ontvanger.RekeningId, ontvanger.Soort, OntvangerPartnerId = ontvanger.PartnerId,
                gift.DurationMinutes, gift.ReceivingTransferId, gift.GivingTransferId, bericht, now,
            },
            cancellationToken: cancellationToken));

    /// <summary>Gifts from accounts that this partner manages, newest first, before the number given.</summary>
    public static Task<IReadOnlyList<GiftRow>> ListGivenAsync(
        NpgsqlConnection connection, Guid partnerId, long before, int count, CancellationToken cancellationToken) =>
        ReadAsync(connection, Given, new { partnerId, before, count, id = (Guid?)null }, cancellationToken);

    /// <summary>Gifts to accounts and funds that this partner manages, newest first, before the number given.</summary>
    public static Task<IReadOnlyList<GiftRow>> ListReceivedAsync(
        NpgsqlConnection connection, Guid partnerId, long before, int count, CancellationToken cancellationToken) =>
        ReadAsync(connection, Received, new { partnerId, before, count, id = (Guid?)null }, cancellationToken);

    /// <summary>The gift as this partner may see it: as who gave it, or else as who received it.</summary>
    public static async Task<GiftRow?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        var parameters = new { partnerId, before = long.MaxValue, count = 1, id = (Guid?)id };
        return (await ReadAsync(connection, Given, parameters, cancellationToken)).FirstOrDefault()
            ?? (await ReadAsync(connection, Received, parameters, cancellationToken)).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<GiftRow>> ReadAsync(
        NpgsqlConnection connection, string rows, object parameters, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<GiftRow>(new CommandDefinition(
            $"""
             select g.*, b.tekst as bericht
             from ({rows}) as g
             left join gift_bericht b on b.gift_id = g.id
             order by g.volgnummer desc limit @count
             """,
            parameters,
            cancellationToken: cancellationToken))];

    /// <summary>The account of a person, when this partner sees it.</summary>
    public static Task<Ontvanger?> FindPersoonAsync(NpgsqlConnection connection, Guid rekeningId, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Ontvanger>(new CommandDefinition(
            """
            select r.id as rekening_id, r.soort,
              (select b.partner_id from rekening_toegang b where b.rekening_id = r.id and b.recht = 'beheer' order by b.partner_id limit 1) as partner_id
            from grootboek.rekening r join rekening_toegang t on t.rekening_id = r.id and t.partner_id = @partnerId
            where r.id = @rekeningId and r.soort = 'persoon' and r.gesloten_op is null
            """,
            new { rekeningId, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>A fund that is not closed.</summary>
    public static Task<Ontvanger?> FindWijkpotAsync(NpgsqlConnection connection, Guid wijkpotId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Ontvanger>(new CommandDefinition(
            "select id as rekening_id, 'wijkpot' as soort, partner_id from wijkpot where id = @wijkpotId and gesloten_op is null",
            new { wijkpotId },
            cancellationToken: cancellationToken));

    /// <summary>The account that receives again and again, if it still may.</summary>
    public static async Task<Ontvanger?> FindOntvangerAsync(
        NpgsqlConnection connection, Guid rekeningId, string soort, Guid partnerId, CancellationToken cancellationToken) => Words.Read<Ontvangersoort>(soort) switch
    {
        Ontvangersoort.Persoon => await FindPersoonAsync(connection, rekeningId, partnerId, cancellationToken),
        Ontvangersoort.Wijkpot => await FindWijkpotAsync(connection, rekeningId, cancellationToken),
        _ => await connection.QuerySingleOrDefaultAsync<Ontvanger>(new CommandDefinition(
            "select id as rekening_id, soort, partner_id from grootboek.rekening where id = @rekeningId and soort = 'organisatie' and gesloten_op is null",
            new { rekeningId },
            cancellationToken: cancellationToken)),
    };
}
