namespace Aspire.Hosting.ApplicationModel;

/// <summary>What waiting means when the awaited resource has failed.</summary>
public enum WaitBehavior
{
    /// <summary>Wait on: somebody may start it again from the dashboard.</summary>
    WaitOnResourceUnavailable = 0,

    /// <summary>Fail too.</summary>
    StopOnResourceUnavailable = 1,
}
