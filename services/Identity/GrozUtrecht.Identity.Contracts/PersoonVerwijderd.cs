namespace GrozUtrecht.Identity.Contracts;

/// <summary>A person was removed. Every service that holds something under this id erases it.</summary>
public sealed record PersoonVerwijderd
{
    public required Guid PersoonId { get; init; }

    /// <summary>Version of the person after this event; higher than that of every earlier event about the same person.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
