using System.Collections.Frozen;

namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>All offers at one moment. It never changes; who reads it keeps what they have.</summary>
internal sealed class AanbodSnapshot
{
    public static readonly AanbodSnapshot Empty = new([]);

    private readonly FrozenDictionary<string, AanbodProfiel[]> byGebied;

    public AanbodSnapshot(AanbodProfiel[] all)
    {
        All = all;
        byGebied = all.Where(aanbod => aanbod.MayBeProposed)
            .SelectMany(aanbod => aanbod.Gebieden.Select(gebied => (gebied, aanbod)))
            .GroupBy(pair => pair.gebied, pair => pair.aanbod, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<AanbodProfiel> All { get; }

    /// <summary>What may be proposed in this area.</summary>
    public IReadOnlyList<AanbodProfiel> InGebied(string gebied) => byGebied.TryGetValue(gebied, out var found) ? found : [];

    /// <summary>One offer, also when it may not be proposed; null when there is none.</summary>
    public AanbodProfiel? Find(Guid id) => All.FirstOrDefault(aanbod => aanbod.Id == id);
}
