using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What happened to an order, with what was written with it.</summary>
internal sealed record GebeurtenisRow
{
    public required string Handeling { get; init; }

    public required string Partij { get; init; }

    public required string StatusNa { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }

    public string? Tekst { get; init; }
}

/// <summary>Which orders a partner asks for.</summary>
internal sealed record Bestelvraag
{
    public required Guid PartnerId { get; init; }

    public const string Bemiddelaar = "bemiddelaar";

    /// <summary>koper, aanbieder, or bemiddelaar for what waits for a decision; null for either side.</summary>
    public string? Rol { get; init; }

    public string? Status { get; init; }

    public Guid? RekeningId { get; init; }

    public required Guid Before { get; init; }

    public required int Count { get; init; }
}

/// <summary>Orders and their history. An order is locked before its advertisement, and both before the ledger.</summary>
internal static class BestellingStore
{
    private const int FewAccounts = 200;

    private const string Select =
        $"""
         select {BestellingRow.Columns}, (select a.titel from advertentie a where a.id = b.advertentie_id) as titel,
           b.koper_rekening_id in {RuilToegang.Managed} as beheert_koper, b.aanbieder_rekening_id in {RuilToegang.Managed} as beheert_aanbieder
         from bestelling b
         """;

    private const string IsMine = $"(b.koper_rekening_id in {RuilToegang.Managed} or b.aanbieder_rekening_id in {RuilToegang.Managed})";

    /// <summary>False when this account already has an answer to this request that waits.</summary>
    public static async Task<bool> InsertAsync(NpgsqlConnection connection, BestellingRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into bestelling (
              id, advertentie_id, richting, categorie, koper_rekening_id, aanbieder_rekening_id, aantal, duur_minuten, prijs_minuten,
              prijs_centen, status, reservering_id, termijn_op, version, aangemaakt_op, gewijzigd_op)
            values (
              @Id, @AdvertentieId, @Richting, @Categorie, @KoperRekeningId, @AanbiederRekeningId, @Aantal, @DuurMinuten, @PrijsMinuten,
              @PrijsCenten, @Status, @ReserveringId, @TermijnOp, @Version, @AangemaaktOp, @GewijzigdOp)
            on conflict (advertentie_id, aanbieder_rekening_id) where status = 'voorgesteld' do nothing
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    public static Task UpdateAsync(NpgsqlConnection connection, BestellingRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update bestelling set
              status = @Status, reservering_id = @ReserveringId, overboeking_id = @OverboekingId, geboekt_minuten = @GeboektMinuten,
              termijn_op = @TermijnOp, herinneren_op = @HerinnerenOp, version = @Version, gewijzigd_op = @GewijzigdOp
            where id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>Adds to the history, with the words apart.</summary>
    public static Task AddGebeurtenisAsync(
        NpgsqlConnection connection, BestellingRow row, Zet zet, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with g as (
              insert into bestelling_gebeurtenis (bestelling_id, handeling, partij, status_na, version, partner_id, client_id, opgetreden_op)
              values (@Id, @handeling, @partij, @Status, @Version, @PartnerId, @ClientId, @now)
              returning id)
            insert into bestelling_tekst (gebeurtenis_id, tekst) select id, @Tekst::text from g where @Tekst::text is not null
            """,
            new
            {
                row.Id,
                handeling = ServiceDefaults.Data.Words.Of(zet.Handeling),
                partij = ServiceDefaults.Data.Words.Of(zet.Partij),
                row.Status,
                row.Version,
                zet.PartnerId,
                zet.ClientId,
                now,
                zet.Tekst,
            },
            cancellationToken: cancellationToken));

    /// <summary>The order, if this partner acts for one of its sides, or anyway when it is of or has been with a mediator.</summary>
    public static Task<BestellingRow?> FindAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, bool mediates, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BestellingRow>(new CommandDefinition(
            $"""
             {Select}
             where b.id = @id and ({IsMine} or (@mediates and exists (
               select from bestelling_gebeurtenis g where g.bestelling_id = b.id and g.handeling = 'betwisting')))
             """,
            new { id, partnerId, mediates },
            cancellationToken: cancellationToken));

    /// <summary>Locks an order of which this partner acts for a side.</summary>
    public static Task<BestellingRow?> LockOwnAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BestellingRow>(new CommandDefinition(
            $"{Select} where b.id = @id and {IsMine} for no key update of b", new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>Locks an order that was disputed, for a mediator.</summary>
    public static Task<BestellingRow?> LockDisputedAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BestellingRow>(new CommandDefinition(
            $"""
             select {BestellingRow.Columns} from bestelling b
             where b.id = @id and exists (select from bestelling_gebeurtenis g where g.bestelling_id = b.id and g.handeling = 'betwisting')
             for no key update of b
             """,
            new { id },
            cancellationToken: cancellationToken));

    /// <summary>Locks one order of which the time is over, or that must be reminded of; who else does the same takes another.</summary>
    public static Task<BestellingRow?> LockDueAsync(NpgsqlConnection connection, bool reminder, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<BestellingRow>(new CommandDefinition(
            $"""
             select {BestellingRow.Columns} from bestelling b
             where b.{(reminder ? "herinneren_op" : "termijn_op")} <= @now
             order by b.{(reminder ? "herinneren_op" : "termijn_op")} limit 1 for no key update skip locked
             """,
            new { now },
            cancellationToken: cancellationToken));

    /// <summary>Locks every open order of this person's account.</summary>
    public static async Task<IReadOnlyList<BestellingRow>> LockOpenOfAsync(
        NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<BestellingRow>(new CommandDefinition(
            $"""
             select {BestellingRow.Columns} from bestelling b
             where b.termijn_op is not null
               and (select id from grootboek.rekening where persoon_id = @persoonId) in (b.koper_rekening_id, b.aanbieder_rekening_id)
             order by b.id for no key update
             """,
            new { persoonId },
            cancellationToken: cancellationToken))];

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<BestellingRow>> ListAsync(
        NpgsqlConnection connection, Bestelvraag question, CancellationToken cancellationToken)
    {
        var isByAccount = question.Rol != Bestelvraag.Bemiddelaar
            && (question.RekeningId is not null || await ManagesFewAsync(connection, question, cancellationToken));
        return [.. await connection.QueryAsync<BestellingRow>(new CommandDefinition(
            $"{Select} where {(isByAccount ? ByAccount(question) : ByAge(question))} order by b.id desc limit @Count",
            question,
            cancellationToken: cancellationToken))];
    }

    private static async Task<bool> ManagesFewAsync(NpgsqlConnection connection, Bestelvraag question, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"select count(*) from (select from rekening_toegang where partner_id = @PartnerId and recht = 'beheer' limit {FewAccounts + 1}) as t",
            question,
            cancellationToken: cancellationToken)) <= FewAccounts;

    // Who manages many accounts finds one of its orders among the last few of all.
    private static string ByAge(Bestelvraag question)
    {
        var mine = question.Rol switch
        {
            Bestelvraag.Bemiddelaar => "b.status = 'betwist'",
            "koper" => $"b.koper_rekening_id in {RuilToegang.Managed}",
            "aanbieder" => $"b.aanbieder_rekening_id in {RuilToegang.Managed}",
            _ => IsMine,
        };
        return $"b.id < @Before and {mine} and (@Status::text is null or b.status = @Status)";
    }

    // Who manages few would read past the orders of everybody else; their accounts each give their own newest by index.
    private static string ByAccount(Bestelvraag question)
    {
        string[] sides = question.Rol is { } rol ? [rol] : ["koper", "aanbieder"];
        return $"b.id in ({string.Join(" union ", sides.Select(NewestOf))} order by id desc limit @Count)";
    }

    private static string NewestOf(string side) =>
        $"""
         select o.id
         from rekening_toegang t cross join lateral (
           select x.id from bestelling x
           where x.{side}_rekening_id = t.rekening_id and x.id < @Before and (@Status::text is null or x.status = @Status)
           order by x.id desc limit @Count) as o
         where t.partner_id = @PartnerId and t.recht = 'beheer' and (@RekeningId::uuid is null or t.rekening_id = @RekeningId)
         """;

    /// <summary>True when this client took a step of this order before.</summary>
    public static Task<bool> TookPartAsync(NpgsqlConnection connection, Guid id, string clientId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from bestelling_gebeurtenis where bestelling_id = @id and client_id = @clientId)",
            new { id, clientId },
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<GebeurtenisRow>> HistoryAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<GebeurtenisRow>(new CommandDefinition(
            """
            select g.handeling, g.partij, g.status_na, g.opgetreden_op, t.tekst
            from bestelling_gebeurtenis g left join bestelling_tekst t on t.gebeurtenis_id = g.id
            where g.bestelling_id = @id order by g.id
            """,
            new { id },
            cancellationToken: cancellationToken))];

    /// <summary>How many orders of this account, on this side, are open.</summary>
    public static Task<int> CountOpenAsync(NpgsqlConnection connection, Guid rekeningId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select count(*)::int from bestelling
            where @rekeningId in (koper_rekening_id, aanbieder_rekening_id) and termijn_op is not null
            """,
            new { rekeningId },
            cancellationToken: cancellationToken));

    /// <summary>Counts a completed exchange for both accounts, in order of id so that two of them cannot wait for each other.</summary>
    public static Task CountCompletedAsync(NpgsqlConnection connection, BestellingRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into ruil_teller (rekening_id, aantal_voltooid)
            select id, 1 from unnest(@ids) as id order by id
            on conflict (rekening_id) do update set aantal_voltooid = ruil_teller.aantal_voltooid + 1
            """,
            new { ids = new[] { row.KoperRekeningId, row.AanbiederRekeningId } },
            cancellationToken: cancellationToken));
}
