using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// The ledger. The SQL function <c>boek</c> decides and books in one round trip, because only the database sees balances that
/// others cannot change meanwhile. It takes many orders at once; one is the smallest batch.
/// </summary>
internal sealed class Grootboek([FromKeyedServices(Grootboek.Key)] NpgsqlDataSource dataSource, TimeProvider clock)
{
    public const string Key = "grootboek";
    private const int TimeoutSeconds = 10;

    /// <summary>
    /// Books in a transaction of its own. A refusal is written down too and must outlive the request's rollback, so this does not
    /// join the request's unit of work; the id makes a retry after a crash between the two harmless.
    /// </summary>
    public async Task<Boeking> BookAsync(Overboekingsopdracht opdracht, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await BookAsync(connection, opdracht, cancellationToken);
    }

    /// <summary>Books within the transaction that is open on this connection.</summary>
    public async Task<Boeking> BookAsync(NpgsqlConnection connection, Overboekingsopdracht opdracht, CancellationToken cancellationToken) =>
        (await BookAsync(connection, [opdracht], cancellationToken))[0];

    /// <summary>Books in the order given and answers in the same order.</summary>
    public async Task<IReadOnlyList<Boeking>> BookAsync(
        NpgsqlConnection connection, IReadOnlyList<Overboekingsopdracht> opdrachten, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select overboeking_id, uitkomst, nieuw, geboekt_op, saldo_naar_na_minuten, versie_naar
            from boek(@ids, @van, @naar, @minuten, @partners, @omschrijvingen, @op)
            """,
            new
            {
                ids = opdrachten.Select(opdracht => opdracht.Id).ToArray(),
                van = opdrachten.Select(opdracht => opdracht.VanRekeningId).ToArray(),
                naar = opdrachten.Select(opdracht => opdracht.NaarRekeningId).ToArray(),
                minuten = opdrachten.Select(opdracht => opdracht.DurationMinutes).ToArray(),
                partners = opdrachten.Select(opdracht => opdracht.PartnerId).ToArray(),
                omschrijvingen = opdrachten.Select(opdracht => opdracht.Omschrijving).ToArray(),
                op = clock.GetUtcNow(),
            },
            commandTimeout: TimeoutSeconds,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToBoeking())];
    }

    private sealed record Row
    {
        public Guid OverboekingId { get; init; }

        public string Uitkomst { get; init; } = "";

        public bool Nieuw { get; init; }

        public DateTimeOffset? GeboektOp { get; init; }

        public long? SaldoNaarNaMinuten { get; init; }

        public long? VersieNaar { get; init; }

        public Boeking ToBoeking() => new(OverboekingId, Outcome(), Nieuw, GeboektOp ?? default, SaldoNaarNaMinuten ?? 0, VersieNaar ?? 0);

        private Boekuitkomst Outcome() => Uitkomst switch
        {
            "geboekt" => Boekuitkomst.Booked,
            "rekening-onbekend" => Boekuitkomst.AccountUnknown,
            "rekening-niet-van-u" => Boekuitkomst.AccountNotManaged,
            "rekening-gesloten" => Boekuitkomst.AccountClosed,
            "saldo-ontoereikend" => Boekuitkomst.BalanceTooLow,
            "andere-inhoud" => Boekuitkomst.IdHasOtherContent,
            _ => throw new InvalidOperationException($"The ledger answered '{Uitkomst}', which this release does not know."),
        };
    }
}

/// <summary>The ledger's answer.</summary>
/// <param name="IsNew">False when this id was answered before, and this is that answer again.</param>
/// <param name="ReceiverVersion">Version of the receiving account after this transfer; only known when it is new.</param>
internal sealed record Boeking(
    Guid OverboekingId, Boekuitkomst Outcome, bool IsNew, DateTimeOffset BookedAt, long ReceiverBalanceMinutes, long ReceiverVersion);
