using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>Tells other services when the published activities of an aanbieder have a verified aanbieder, or have one no longer.</summary>
internal static class Aanbiedernieuws
{
    /// <summary>Each published activity gets a next version, because what everybody may know of it changed.</summary>
    public static async Task TellAsync(UnitOfWork work, Guid aanbiederId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var activiteiten = await ActiviteitStore.RenewOfAanbiederAsync(connection, aanbiederId, now, cancellationToken);
        work.AllowEvents(activiteiten.Count);
        foreach (var row in activiteiten)
            work.Publish(await Activiteitnieuws.ChangedAsync(connection, row, now, cancellationToken));
    }
}
