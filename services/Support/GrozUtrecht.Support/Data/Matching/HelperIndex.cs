using System.ComponentModel.DataAnnotations;
using System.Diagnostics.Metrics;
using GrozUtrecht.Support.Domain.Matching;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>How much of the helpers is kept in memory; what was not used for longest is let go first.</summary>
internal sealed class HelperIndexSettings
{
    public const string Section = "Support:HelperIndex";

    [Range(1, 10_000)]
    public int MaximumPartners { get; init; } = 100;

    /// <summary>Of all partners together. A partner with more of its own is kept alone.</summary>
    [Range(1, 10_000_000)]
    public int MaximumHelpers { get; init; } = 200_000;
}

/// <summary>
/// The helpers of partners as matching sees them, in memory, and every time as they are in the database: each question first reads
/// what changed. Every replica has one of its own.
/// </summary>
internal sealed class HelperIndex
{
    /// <summary>Names its own connections.</summary>
    public const string Key = "helperindex";

    private readonly Lock access = new();
    private readonly LinkedList<PartnerHelpers> latestFirst = [];
    private readonly NpgsqlDataSource database;
    private readonly TimeProvider clock;
    private readonly HelperIndexSettings settings;

    public HelperIndex(NpgsqlDataSource database, TimeProvider clock, IOptions<HelperIndexSettings> options, IMeterFactory meters)
    {
        (this.database, this.clock, settings) = (database, clock, options.Value);
        meters.Create("GrozUtrecht.support").CreateObservableGauge("support.helperindex.helpers", () => Held.Helpers, "{helper}", "Helpers held in memory for matching.");
    }

    /// <summary>How many partners and helpers are held now.</summary>
    public (int Partners, int Helpers) Held
    {
        get
        {
            lock (access)
            {
                return (latestFirst.Count, latestFirst.Sum(partner => partner.Snapshot.Count));
            }
        }
    }

    /// <summary>All helpers of the partner; everything that was committed before the question is in the answer.</summary>
    public async Task<HelperSnapshot> OfAsync(Guid partnerId, CancellationToken cancellationToken)
    {
        // Who asked may leave; who else waits still wants the answer.
        var reading = Use(partnerId).ReadAsync(database, clock);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = await reading.WaitAsync(cancellationToken);
        LetGo();
        return snapshot;
    }

    private PartnerHelpers Use(Guid partnerId)
    {
        lock (access)
        {
            var node = latestFirst.First;
            while (node is not null && node.Value.PartnerId != partnerId)
            {
                node = node.Next;
            }

            if (node is null)
            {
                return latestFirst.AddFirst(new PartnerHelpers(partnerId)).Value;
            }

            latestFirst.Remove(node);
            latestFirst.AddFirst(node);
            return node.Value;
        }
    }

    private void LetGo()
    {
        lock (access)
        {
            var held = latestFirst.Sum(partner => partner.Snapshot.Count);
            while (latestFirst.Count > 1 && (latestFirst.Count > settings.MaximumPartners || held > settings.MaximumHelpers))
            {
                held -= latestFirst.Last!.Value.Snapshot.Count;
                latestFirst.RemoveLast();
            }
        }
    }
}
