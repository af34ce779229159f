namespace Aspire.Hosting.ApplicationModel;

/// <summary>What lives inside another resource, such as a database, runs and stops with it.</summary>
internal static class ChildSnapshots
{
    public static async Task FollowParentAsync(
        IResourceWithParent child, ResourceNotificationService notifications, CancellationToken cancellationToken)
    {
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            if (ReferenceEquals(change.Resource, child.Parent))
            {
                await notifications.PublishUpdateAsync(child, snapshot => Follow(snapshot, child, change.Snapshot));
            }
        }
    }

    private static CustomResourceSnapshot Follow(CustomResourceSnapshot snapshot, IResource child, CustomResourceSnapshot parent)
    {
        var next = ProcessSnapshots.With(snapshot, child, parent.State);
        return next with
        {
            Commands = [],
            Relationships = snapshot.Relationships.IsEmpty ? ProcessSnapshots.RelationshipsOf(child) : snapshot.Relationships,
            CreationTimeStamp = parent.CreationTimeStamp,
            StartTimeStamp = parent.StartTimeStamp,
            StopTimeStamp = parent.StopTimeStamp,
            ExitCode = parent.ExitCode,
        };
    }
}
