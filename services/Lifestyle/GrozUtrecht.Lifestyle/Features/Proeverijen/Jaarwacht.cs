using System.Diagnostics.Metrics;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Says in a log line and in a gauge when an area is about to miss its two proeverijen of this year.</summary>
internal sealed class Jaarwacht : RecurringWork
{
    public const string Gauge = "lifestyle.proeverijen.tekort";

    private readonly NpgsqlDataSource database;
    private readonly ILogger<Jaarwacht> logger;
    private volatile IReadOnlyDictionary<string, int> shortages = new Dictionary<string, int>(StringComparer.Ordinal);

    public Jaarwacht(NpgsqlDataSource database, TimeProvider clock, ILogger<Jaarwacht> logger, IMeterFactory meters)
        : base(TimeSpan.FromMinutes(10), clock, logger)
    {
        (this.database, this.logger) = (database, logger);
        meters.Create("GrozUtrecht.lifestyle").CreateObservableGauge(
            Gauge,
            () => shortages.Select(area => new Measurement<int>(area.Value, new KeyValuePair<string, object?>("gebied", area.Key))),
            "{proeverij}",
            "Proeverijen that an area is about to miss this year; zero while it is on course.");
    }

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = NederlandseTijd.DayOf(now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var standen = await JaarplanningStore.ReadAsync(connection, today.Year, today, cancellationToken);
        var before = shortages;
        shortages = standen.ToDictionary(row => row.Gebied.Code, row => Shortage(row.Stand), StringComparer.Ordinal);
        // Once when it begins: the gauge tells that it goes on.
        foreach (var (gebied, stand) in standen.Where(row => Shortage(row.Stand) > before.GetValueOrDefault(row.Gebied.Code)))
            logger.LogWarning("{Gebied} is about to miss {Shortage} of the proeverijen of {Year}", gebied.Code, Shortage(stand), today.Year);
    }

    private static int Shortage(Jaarstand stand) => stand.Oordeel == Jaaroordeel.DreigtGemistTeWorden ? stand.NogNodig : 0;
}
