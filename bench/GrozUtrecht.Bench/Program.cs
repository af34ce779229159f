using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Bench.Messaging;

// Measurements, not tests: they print figures and never fail on them. Servers come from ConnectionStrings__postgres, __rabbitmq, __redis.
switch (args)
{
    case ["messaging"]:
        await MessagingBench.RunAsync();
        return 0;
    case ["ledger"]:
        await LedgerBench.RunAsync();
        return 0;
    case [DirectServer.Command, var connectionString]:
        await DirectServer.RunAsync(connectionString);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/GrozUtrecht.Bench -- messaging|ledger");
        return 2;
}
