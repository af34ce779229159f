namespace Aspire.Hosting;

/// <summary>Whether the application is run or published. The stand-in only runs.</summary>
public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    public DistributedApplicationOperation Operation { get; } = operation;

    public bool IsPublishMode => Operation is DistributedApplicationOperation.Publish;

    public bool IsRunMode => Operation is DistributedApplicationOperation.Run;
}

/// <summary>What is done with the application.</summary>
public enum DistributedApplicationOperation
{
    Run = 0,
    Publish = 1,
}
