using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Contract = Aspire.Hosting.Dashboard.Contract;

namespace Aspire.Hosting.Dashboard;

/// <summary>A snapshot in the words of the dashboard.</summary>
internal static class ResourceMapping
{
    /// <param name="change">What happened.</param>
    /// <param name="knownSince">Stands in for a creation time that the snapshot lacks: the dashboard sorts by it and fails without it.</param>
    /// <param name="connectionString">How to reach a running server; a secret.</param>
    public static Contract.Resource ToContract(ResourceEvent change, DateTimeOffset knownSince, string? connectionString = null)
    {
        var snapshot = change.Snapshot;
        var resource = new Contract.Resource
        {
            // Replicas share the display name; the id tells them apart and links telemetry (service.instance.id) to the resource.
            Name = change.ResourceId,
            Uid = change.ResourceId,
            DisplayName = change.Resource.Name,
            ResourceType = snapshot.ResourceType,
            State = snapshot.State?.Text ?? "",
            StateStyle = snapshot.State?.Style ?? "",
            IsHidden = snapshot.IsHidden,
            CreatedAt = ToTimestamp(snapshot.CreationTimeStamp) ?? Timestamp.FromDateTimeOffset(knownSince),
            StartedAt = ToTimestamp(snapshot.StartTimeStamp),
            StoppedAt = ToTimestamp(snapshot.StopTimeStamp),
        };

        if (snapshot.IconName is { } iconName)
        {
            resource.IconName = iconName;
            resource.IconVariant = Contract.IconVariant.Filled;
        }

        resource.Environment.AddRange(snapshot.EnvironmentVariables.OrEmpty().Select(ToContract));
        resource.Urls.AddRange(snapshot.Urls.OrEmpty().Select(ToContract));
        resource.Volumes.AddRange(snapshot.Volumes.OrEmpty().Select(ToContract));
        resource.HealthReports.AddRange(snapshot.HealthReports.OrEmpty().Select(ToContract));
        resource.Commands.AddRange(snapshot.Commands.OrEmpty().Select(ToContract));
        resource.Relationships.AddRange(snapshot.Relationships.OrEmpty().Select(relationship =>
            new Contract.ResourceRelationship { ResourceName = relationship.ResourceName, Type = relationship.Type }));
        resource.Properties.AddRange(PropertyMapping.Of(change, resource, connectionString));
        return resource;
    }

    private static Contract.EnvironmentVariable ToContract(EnvironmentVariableSnapshot variable) =>
        new() { Name = variable.Name, Value = variable.Value ?? "", IsFromSpec = variable.IsFromSpec };

    private static Contract.Url ToContract(UrlSnapshot url) => new()
    {
        EndpointName = url.Name ?? "",
        FullUrl = url.Url,
        IsInternal = url.IsInternal,
        IsInactive = url.IsInactive,
        DisplayProperties = new Contract.UrlDisplayProperties
        {
            DisplayName = url.DisplayProperties?.DisplayName ?? "",
            SortOrder = url.DisplayProperties?.SortOrder ?? 0,
        },
    };

    private static Contract.Volume ToContract(VolumeSnapshot volume) => new()
    {
        Source = volume.Source ?? "",
        Target = volume.Target,
        MountType = volume.MountType,
        IsReadOnly = volume.IsReadOnly,
    };

    private static Contract.HealthReport ToContract(HealthReportSnapshot report)
    {
        var mapped = new Contract.HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = ToTimestamp(report.LastRunAt),
        };

        if (report.Status is { } status)
        {
            mapped.Status = status switch
            {
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy => Contract.HealthStatus.Healthy,
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded => Contract.HealthStatus.Degraded,
                _ => Contract.HealthStatus.Unhealthy,
            };
        }

        return mapped;
    }

    private static Contract.ResourceCommand ToContract(ResourceCommandSnapshot command) => new()
    {
        Name = command.Name,
        DisplayName = command.DisplayName,
        DisplayDescription = command.DisplayDescription ?? "",
        ConfirmationMessage = command.ConfirmationMessage ?? "",
        IconName = command.IconName ?? "",
        IconVariant = ToContract(command.IconVariant),
        IsHighlighted = command.IsHighlighted,
        State = command.State switch
        {
            ResourceCommandState.Enabled => Contract.ResourceCommandState.Enabled,
            ResourceCommandState.Disabled => Contract.ResourceCommandState.Disabled,
            _ => Contract.ResourceCommandState.Hidden,
        },
    };

    private static Contract.IconVariant ToContract(IconVariant? variant) =>
        variant is IconVariant.Filled ? Contract.IconVariant.Filled : Contract.IconVariant.Regular;

    private static Timestamp? ToTimestamp(DateTime? time) => time is { } known ? Timestamp.FromDateTime(known.ToUniversalTime()) : null;

    private static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
