using System.Collections.Immutable;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is shown of a process, as pure functions from one snapshot to the next.</summary>
internal static class ProcessSnapshots
{
    public static CustomResourceSnapshot Initial(IResource resource, DateTime now) => With(
        new()
        {
            ResourceType = resource is ProjectResource ? "Project" : "Executable",
            Properties = [],
            CreationTimeStamp = now,
            IsHidden = resource is DashboardResource,
            Relationships = RelationshipsOf(resource),
            Volumes = [.. resource.Annotations.OfType<DataVolume>().Select(volume => new VolumeSnapshot(volume.Path, "data", "volume", false))],
        },
        resource,
        resource.Annotations.OfType<Wait>().Any() ? KnownResourceStates.Waiting : KnownResourceStates.NotStarted);

    public static ImmutableArray<RelationshipSnapshot> RelationshipsOf(IResource resource) =>
        [.. resource.Annotations.OfType<Relationship>().Select(relation => new RelationshipSnapshot(relation.Resource.Name, relation.Type)).Distinct()];

    /// <summary>A new state, and what follows from it: which commands there are, which addresses answer, and that health is unknown.</summary>
    public static CustomResourceSnapshot With(CustomResourceSnapshot snapshot, IResource resource, ResourceStateSnapshot? state)
    {
        if (snapshot.State == state)
        {
            return snapshot;
        }

        var isRunning = state?.Text == KnownResourceStates.Running;
        return snapshot with
        {
            State = state,
            Commands = ProcessCommands.For(state?.Text),
            Urls = [.. resource.Annotations.OfType<Endpoint>().Select(endpoint => UrlOf(endpoint) with { IsInactive = !isRunning })],
            HealthReports = [.. resource.Annotations.OfType<HealthProbe>().Select(probe => new HealthReportSnapshot(probe.Name, null, null, null))],
        };
    }

    public static CustomResourceSnapshot Describe(
        CustomResourceSnapshot snapshot, IResource resource, ProcessSpec process, IReadOnlyDictionary<string, string> environment) =>
        snapshot with
        {
            EnvironmentVariables = [.. environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => new EnvironmentVariableSnapshot(variable.Key, variable.Value, IsFromSpec: true))],
            Properties = PropertiesOf(resource, process),
            StartTimeStamp = null,
            StopTimeStamp = null,
            ExitCode = null,
        };

    public static CustomResourceSnapshot Update(CustomResourceSnapshot snapshot, IResource resource, DcpExecutable executable)
    {
        if (executable.Status is not { State: { Length: > 0 } dcpState } status)
        {
            return snapshot;
        }

        var pid = new ResourcePropertySnapshot("executable.pid", status.Pid);
        var next = With(snapshot, resource, StateOf(dcpState, status.ExitCode)) with
        {
            StartTimeStamp = status.StartupTimestamp?.UtcDateTime,
            StopTimeStamp = status.FinishTimestamp?.UtcDateTime,
            ExitCode = status.ExitCode,
        };
        return next.Properties.Contains(pid)
            ? next
            : next with { Properties = [.. next.Properties.Where(property => property.Name != pid.Name), pid] };
    }

    private static ImmutableArray<ResourcePropertySnapshot> PropertiesOf(IResource resource, ProcessSpec process)
    {
        ImmutableArray<ResourcePropertySnapshot> common =
        [
            new("executable.path", process.ShownProgram ?? process.ExecutablePath),
            new("executable.workDir", process.WorkingDirectory),
            new("executable.args", process.ShownProgram is null ? process.Arguments.ToImmutableArray() : []),
        ];
        return resource.Annotations.OfType<IProjectMetadata>().SingleOrDefault() is { } project
            ? [new("project.path", project.ProjectPath), .. common]
            : common;
    }

    private static UrlSnapshot UrlOf(Endpoint endpoint) => new(endpoint.Name, endpoint.Url, IsInternal: false)
    {
        DisplayProperties = new(SortOrder: endpoint.IsExternal ? 1 : 0),
    };

    private static ResourceStateSnapshot? StateOf(string dcpState, int? exitCode) => dcpState switch
    {
        DcpStates.Running => KnownResourceStates.Running,
        DcpStates.Stopping => KnownResourceStates.Stopping,
        DcpStates.Finished when exitCode is null or 0 => KnownResourceStates.Finished,
        DcpStates.Finished => new ResourceStateSnapshot(KnownResourceStates.Exited, KnownResourceStateStyles.Error),
        DcpStates.Terminated => KnownResourceStates.Exited,
        DcpStates.FailedToStart => new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
        _ => KnownResourceStates.Starting,
    };
}
