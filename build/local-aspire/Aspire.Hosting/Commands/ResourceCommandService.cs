using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Gives commands to resources.</summary>
public class ResourceCommandService
{
    private readonly ResourceNotificationService notifications;
    private readonly ResourceLoggerService loggers;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers)
    {
        this.notifications = notifications;
        this.loggers = loggers;
    }

    /// <summary>Finds the resource by its id, or by its name.</summary>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        notifications.TryGetCurrentState(resourceId, out var known)
            ? ExecuteCommandAsync(known.Resource, commandName, cancellationToken)
            : Task.FromResult(CommandResults.Failure($"Resource '{resourceId}' not found."));

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        var command = resource.Annotations.OfType<ResourceCommand>()
            .SingleOrDefault(known => string.Equals(known.Name, commandName, StringComparison.OrdinalIgnoreCase));
        if (command is null)
        {
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{resource.Name}'.");
        }

        var logger = loggers.GetLogger(resource);
        logger.LogInformation("Executing command '{Command}'.", commandName);
        var result = await command.ExecuteAsync(cancellationToken);
        if (!result.Success)
        {
            logger.LogError("Command '{Command}' failed: {Message}", commandName, result.Message);
        }

        return result;
    }
}
