using GrozUtrecht.Bench.Activiteiten;
using GrozUtrecht.Bench.Candidates;
using GrozUtrecht.Bench.Koppelingen;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Bench.Matching;
using GrozUtrecht.Bench.Messaging;
using GrozUtrecht.Bench.Netwerkbord;
using GrozUtrecht.Bench.Polsmetingen;

// Measurements, not tests: they print figures and never fail on them. Servers come from ConnectionStrings__postgres, __rabbitmq, __redis.
switch (args)
{
    case ["messaging"]:
        await MessagingBench.RunAsync();
        return 0;
    case ["ledger", .. var part]:
        await LedgerBench.RunAsync(part.FirstOrDefault());
        return 0;
    case ["candidates"]:
        await CandidatesBench.RunAsync();
        return 0;
    case ["rondes"]:
        await RondesBench.RunAsync();
        return 0;
    case ["matching", .. var part]:
        await MatchingBench.RunAsync(part.FirstOrDefault());
        return 0;
    case ["aanbod", .. var part]:
        await AanbodBench.RunAsync(part.FirstOrDefault());
        return 0;
    case ["koppelingen"]:
        await KoppelingenBench.RunAsync();
        return 0;
    case ["netwerkbord"]:
        await NetwerkbordBench.RunAsync();
        return 0;
    case ["polsmetingen"]:
        await PolsmetingBench.RunAsync();
        return 0;
    case [DirectServer.Command, var connectionString]:
        await DirectServer.RunAsync(connectionString);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/GrozUtrecht.Bench -- messaging|ledger [throughput]|matching [sparse|dense|conflicts]|candidates|rondes|aanbod [search|register|feed]|koppelingen|netwerkbord|polsmetingen");
        return 2;
}
