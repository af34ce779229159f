using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Advertisements, read as one caller and written by who manages their account.</summary>
internal static class AdvertentieStore
{
    /// <summary>What is known of the account of an advertisement <c>a</c>; its person is told to who manages it only.</summary>
    public const string OfAccount =
        $"""
        a.rekening_id in {RuilToegang.Managed} as beheerd,
        case when a.rekening_id in {RuilToegang.Managed} then (select persoon_id from grootboek.rekening r where r.id = a.rekening_id) end as persoon_id,
        coalesce((select aantal_voltooid from ruil_teller t where t.rekening_id = a.rekening_id), 0) as aantal_voltooid
        """;

    private const string Select = $"select {AdvertentieRow.Columns}, {OfAccount} from advertentie a";

    public static Task InsertAsync(NpgsqlConnection connection, AdvertentieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into advertentie (
              id, rekening_id, richting, soort, categorie, titel, omschrijving, postcode, prijs_minuten, prijs_per, prijs_centen, voorraad,
              geldig_tot_datum, status, version, aangemaakt_op, gewijzigd_op)
            values (
              @Id, @RekeningId, @Richting, @Soort, @Categorie, @Titel, @Omschrijving, @Postcode, @PrijsMinuten, @PrijsPer, @PrijsCenten, @Voorraad,
              @GeldigTotDatum, @Status, @Version, @AangemaaktOp, @GewijzigdOp)
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task UpdateAsync(NpgsqlConnection connection, AdvertentieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update advertentie set
              categorie = @Categorie, titel = @Titel, omschrijving = @Omschrijving, postcode = @Postcode, prijs_minuten = @PrijsMinuten,
              prijs_per = @PrijsPer, prijs_centen = @PrijsCenten, voorraad = @Voorraad, geldig_tot_datum = @GeldigTotDatum, status = @Status,
              version = @Version, gewijzigd_op = @GewijzigdOp
            where id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The advertisement as this partner sees it: what is not active is there for who manages it, or has an order from it.</summary>
    public static Task<AdvertentieRow?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AdvertentieRow>(new CommandDefinition(
            $"""
             {Select}
             where a.id = @id and (a.status = 'actief' or a.rekening_id in {RuilToegang.Managed} or exists (
               select from bestelling b
               where b.advertentie_id = a.id and (b.koper_rekening_id in {RuilToegang.Managed} or b.aanbieder_rekening_id in {RuilToegang.Managed})))
             """,
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Locks an advertisement that this partner manages, to change it.</summary>
    public static Task<AdvertentieRow?> LockOwnAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AdvertentieRow>(new CommandDefinition(
            $"{Select} where a.id = @id and a.rekening_id in {RuilToegang.Managed} for no key update of a",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Locks an active advertisement of anybody, to order from it: its price and stock then hold until the order is there.</summary>
    public static Task<AdvertentieRow?> LockActiveAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<AdvertentieRow>(new CommandDefinition(
            $"select {AdvertentieRow.Columns} from advertentie a where a.id = @id and a.status = 'actief' for no key update",
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>How many advertisements of this account are not closed.</summary>
    public static Task<int> CountOpenAsync(NpgsqlConnection connection, Guid rekeningId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*)::int from advertentie where rekening_id = @rekeningId and status <> 'gesloten'",
            new { rekeningId },
            cancellationToken: cancellationToken));

    /// <summary>Takes from the stock, or puts back; without a stock there is always enough.</summary>
    /// <returns>False when there is not so much.</returns>
    public static async Task<bool> MoveStockAsync(NpgsqlConnection connection, Guid id, int change, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update advertentie set
              voorraad = voorraad + @change,
              version = version + case when voorraad is null then 0 else 1 end,
              gewijzigd_op = case when voorraad is null then gewijzigd_op else @now end
            where id = @id and (voorraad is null or voorraad + @change >= 0)
            """,
            new { id, change, now },
            cancellationToken: cancellationToken)) == 1;
}
