using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>The reference with HTTP in front of it: nothing but a route that calls the function. Runs as a process of its own.</summary>
internal static class DirectServer
{
    public const string Command = "direct-server";
    public const string Path = "/overboekingen";

    public static async Task RunAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 32, MaxAutoPrepare = 10 });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost(Path, async (Order order) =>
        {
            await using var command = DirectTransfer.Command(source, order.Id, order.VanRekeningId, order.NaarRekeningId, order.DuurMinuten);
            await command.ExecuteNonQueryAsync();
            return TypedResults.Created($"{Path}/{order.Id}", order);
        });
        await app.RunAsync();
    }

    internal sealed record Order(Guid VanRekeningId, Guid NaarRekeningId, int DuurMinuten, Guid Id);
}

/// <summary>The reference: one transfer, one function call, one transaction.</summary>
internal static class DirectTransfer
{
    public static NpgsqlCommand Command(NpgsqlDataSource source, Guid id, Guid van, Guid naar, long bedrag)
    {
        var command = source.CreateCommand("select direct.boek($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = van });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = naar });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bedrag });
        return command;
    }

    public static Func<Task> Caller(NpgsqlDataSource source, Pairs pairs) => async () =>
    {
        var (van, naar) = pairs.Next();
        await using var command = Command(source, TestId.Guid(), van, naar, 1);
        await command.ExecuteNonQueryAsync();
    };
}
