using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Contract;
using Aspire.Hosting.Dashboard.Grpc;

namespace Aspire.Hosting.Dashboard;

/// <summary>The five methods of <c>aspire.v1.DashboardService</c> that the dashboard cannot do without.</summary>
internal sealed class ResourceService(
    string applicationName,
    ResourceFeed feed,
    ResourceLoggerService loggers,
    ResourceCommandService commands)
{
    // The dashboard's gRPC client refuses messages above 4 MB; a line of log is cut and a batch is split well below that.
    private const int MaxLogCharacters = 256 * 1024;

    public Func<GrpcCall, Task>? Find(string method) => method switch
    {
        "GetApplicationInformation" => GetApplicationInformation,
        "WatchResources" => WatchResources,
        "WatchResourceConsoleLogs" => WatchResourceConsoleLogs,
        "ExecuteResourceCommand" => ExecuteResourceCommand,
        "WatchInteractions" => WatchInteractions,
        _ => null,
    };

    private async Task GetApplicationInformation(GrpcCall call) =>
        await call.WriteAsync(new ApplicationInformationResponse { ApplicationName = applicationName });

    private async Task WatchResources(GrpcCall call)
    {
        var watch = feed.Subscribe();
        using var subscription = watch.Subscription;

        await call.WriteAsync(new WatchResourcesUpdate { InitialData = new() { Resources = { watch.Initial } } });
        while (await watch.Changes.WaitToReadAsync(call.Ended))
        {
            // What piled up goes in one message: at start every resource changes several times a second.
            var changes = new WatchResourcesChanges();
            while (watch.Changes.TryRead(out var resource))
            {
                changes.Value.Add(new WatchResourcesChange { Upsert = resource });
            }

            await call.WriteAsync(new WatchResourcesUpdate { Changes = changes });
        }
    }

    private async Task WatchResourceConsoleLogs(GrpcCall call)
    {
        var request = await call.ReadSingleAsync(WatchResourceConsoleLogsRequest.Parser);
        var batches = request.SuppressFollow ? loggers.GetAllAsync(request.ResourceName) : loggers.WatchAsync(request.ResourceName);

        await foreach (var batch in batches.WithCancellation(call.Ended))
        {
            var update = new WatchResourceConsoleLogsUpdate();
            var characters = 0;
            foreach (var line in batch)
            {
                var text = line.Content.Length > MaxLogCharacters ? line.Content[..MaxLogCharacters] : line.Content;
                if (characters + text.Length > MaxLogCharacters)
                {
                    await call.WriteAsync(update);
                    update = new();
                    characters = 0;
                }

                update.LogLines.Add(new ConsoleLogLine { LineNumber = line.LineNumber, Text = text, IsStdErr = line.IsErrorMessage });
                characters += text.Length;
            }

            await call.WriteAsync(update);
        }
    }

    private async Task ExecuteResourceCommand(GrpcCall call)
    {
        var request = await call.ReadSingleAsync(ResourceCommandRequest.Parser);
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, call.Ended);

        var response = new ResourceCommandResponse
        {
            Kind = result switch
            {
                { Success: true } => ResourceCommandResponseKind.Succeeded,
                { Canceled: true } => ResourceCommandResponseKind.Cancelled,
                _ => ResourceCommandResponseKind.Failed,
            },
        };
        if (result.Message is { } message)
        {
            response.Message = message;
        }

        await call.WriteAsync(response);
    }

    private static async Task WatchInteractions(GrpcCall call)
    {
        await call.StartAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, call.Ended);
    }
}
