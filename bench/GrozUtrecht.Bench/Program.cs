using GrozUtrecht.Bench.Messaging;

// Measurements, not tests: they print figures and never fail on them. Servers come from ConnectionStrings__postgres, __rabbitmq, __redis.
switch (args)
{
    case ["messaging"]:
        await MessagingBench.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/GrozUtrecht.Bench -- messaging");
        return 2;
}
