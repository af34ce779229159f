using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class CleanerTests : Platform
{
    [Fact]
    public async Task Only_what_has_outlived_its_use_is_removed()
    {
        await MigrateAsync();
        await ExecuteAsync(
            """
            insert into platform.idempotency (client_id, key, request_hash, created_at)
            values ('klant', 'oud', '', now() - interval '25 hours'), ('klant', 'nieuw', '', now() - interval '23 hours');
            insert into platform.inbox (consumer, message_id, received_at)
            select 'proef', gen_random_uuid(), now() - interval '31 days' from generate_series(1, 2500);
            insert into platform.inbox (consumer, message_id, received_at) values ('proef', gen_random_uuid(), now() - interval '29 days');
            """);
        using var cleaner = new Cleaner(Database, TimeProvider.System, NullLogger<Cleaner>.Instance);

        Assert.Equal(2501, await cleaner.CleanAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None));

        Assert.Equal(1, await CountAsync("platform.idempotency"));
        Assert.Equal(1, await CountAsync("platform.inbox"));
    }

    [Fact]
    public async Task One_round_removes_a_bounded_number_of_rows()
    {
        await MigrateAsync();
        await ExecuteAsync(
            """
            insert into platform.inbox (consumer, message_id, received_at)
            select 'proef', gen_random_uuid(), now() - interval '31 days' from generate_series(1, 100500)
            """);
        using var cleaner = new Cleaner(Database, TimeProvider.System, NullLogger<Cleaner>.Instance);

        Assert.Equal(Cleaner.RowsPerStatement * Cleaner.StatementsPerRound, await cleaner.CleanAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None));
        Assert.Equal(500, await cleaner.CleanAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None));
    }

    private Task MigrateAsync() => Migrations.ApplyAsync(Database, Replica.Describe(), NullLogger.Instance, CancellationToken.None);
}
