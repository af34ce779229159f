namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is shown of a parameter: its value, or that it has none.</summary>
internal static class ParameterSnapshots
{
    public static async Task ShowAsync(ParameterResource parameter, ResourceRuntime runtime, CancellationToken cancellationToken)
    {
        try
        {
            var value = await parameter.GetValueAsync(cancellationToken);
            await PublishAsync(KnownResourceStates.Running, value);
        }
        catch (DistributedApplicationException missing)
        {
            await PublishAsync(new(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn), missing.Message);
        }

        Task PublishAsync(ResourceStateSnapshot? state, string? value) => runtime.Notifications.PublishUpdateAsync(parameter, _ => new()
        {
            ResourceType = parameter is IResourceWithConnectionString ? "ConnectionString" : "Parameter",
            Properties = [new("Value", value) { IsSensitive = parameter.Secret }],
            State = state,
            CreationTimeStamp = runtime.Clock.GetUtcNow().UtcDateTime,
        });
    }
}
