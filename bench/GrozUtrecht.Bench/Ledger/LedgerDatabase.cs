using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>A database with the Tijdbank's ledger and, beside it, the reference: a lean ledger that books one transfer in one transaction.</summary>
internal sealed class LedgerDatabase : IAsyncDisposable
{
    public const int Accounts = 100_000;
    public const int HotAccounts = 10;

    private readonly TestDatabase own;

    private LedgerDatabase(TestDatabase database, NpgsqlDataSource owner) => (own, Owner) = (database, owner);

    public Guid PartnerId { get; } = TestId.Guid();

    public Guid[] AccountIds { get; } = [.. Enumerable.Range(0, Accounts).Select(_ => TestId.Guid()).Order()];

    public NpgsqlDataSource Owner { get; }

    public string ConnectionString => own.ConnectionString;

    public static async Task<LedgerDatabase> CreateAsync()
    {
        DapperTypes.Register();
        var database = await TestDatabase.CreateAsync();
        var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 64, MaxAutoPrepare = 10 });
        var ledger = new LedgerDatabase(database, owner);
        var service = new ServiceDescription("tijdbank", "", "", typeof(Grootboek).Assembly);
        await Migrations.ApplyAsync(owner, service, NullLogger.Instance, CancellationToken.None);
        await ledger.FillAsync();
        return ledger;
    }

    /// <summary>Connections as the service opens them for its ledger.</summary>
    public NpgsqlDataSource CreateServiceSource()
    {
        var source = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 8, MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 }.ConnectionString);
        source.WorkAs(GrootboekSetup.DatabaseRole);
        return source.Build();
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await own.DisposeAsync();
    }

    private async Task FillAsync()
    {
        await ExecuteAsync(
            """
            insert into grootboek.rekening (id, soort, persoon_id, aangemaakt_op)
            select id, 'persoon', gen_random_uuid(), now() from unnest($1) as id
            """,
            AccountIds);
        await ExecuteAsync("update grootboek.stand set minimum = -1000000000000 where minimum = 0");
        await ExecuteAsync("insert into rekening_toegang select id, $1, 'beheer', now() from unnest($2) as id", PartnerId, AccountIds);

        // The same durable record as the ledger's: a row with both balances after it, a primary key, and an index for each statement.
        await ExecuteAsync(
            """
            create schema direct;
            create table direct.rekening (
              id uuid primary key, saldo bigint not null default 0, minimum bigint not null, check (saldo >= minimum)) with (fillfactor = 70);
            create table direct.overboeking (
              id uuid primary key, volgnummer bigint not null generated always as identity, van uuid not null, naar uuid not null, bedrag bigint not null,
              saldo_van_na bigint not null, saldo_naar_na bigint not null, geboekt_op timestamptz not null);
            create index on direct.overboeking (van, volgnummer);
            create index on direct.overboeking (naar, volgnummer);
            create function direct.boek(p_id uuid, p_van uuid, p_naar uuid, p_bedrag bigint) returns void language plpgsql as $$
            declare
              na_van bigint; na_naar bigint;
            begin
              if p_van < p_naar then
                update direct.rekening set saldo = saldo - p_bedrag where id = p_van returning saldo into na_van;
                update direct.rekening set saldo = saldo + p_bedrag where id = p_naar returning saldo into na_naar;
              else
                update direct.rekening set saldo = saldo + p_bedrag where id = p_naar returning saldo into na_naar;
                update direct.rekening set saldo = saldo - p_bedrag where id = p_van returning saldo into na_van;
              end if;
              insert into direct.overboeking (id, van, naar, bedrag, saldo_van_na, saldo_naar_na, geboekt_op)
              values (p_id, p_van, p_naar, p_bedrag, na_van, na_naar, now());
            end $$;
            """);
        await ExecuteAsync("insert into direct.rekening select id, 0, -1000000000000 from unnest($1) as id", AccountIds);
        await ExecuteAsync("vacuum analyze");
    }
}
