using System.Diagnostics;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Rondes;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Reads what a run needs, and plans it; nothing is written.</summary>
internal sealed class Rondemaker(NpgsqlDataSource database, HelperIndex index)
{
    /// <summary>What does not fit in one run waits for the next.</summary>
    private const int MaximumHulpvragen = 20_000;

    public async Task<(Rondeplan Plan, int HelperCount, int DurationMilliseconds)> PlanAsync(
        MatchingrondeRow ronde, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var hulpvragen = await HulpvragenOfAsync(ronde, now, cancellationToken);
        var helpers = await index.OfAsync(ronde.PartnerId, cancellationToken);
        var plan = new Ronde(hulpvragen, helpers, Plaatsen.Reistijd, ronde.ToRegels(), now).Plan(cancellationToken);
        return (plan, helpers.Count, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<IReadOnlyList<Rondevraag>> HulpvragenOfAsync(MatchingrondeRow ronde, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var open = await OpenVraagStore.ListAsync(connection, ronde.PartnerId, PostcodesOf(ronde.Gebied), null, MaximumHulpvragen, now, cancellationToken);
        return [.. open.Select(vraag => new Rondevraag(vraag.Beeld, vraag.VrijePlekken))];
    }

    private static string[] PostcodesOf(string gebied) =>
        [.. Postcode4.All.Select(postcode => postcode.Code).Where(postcode => MatchingregelsStore.GebiedOf(postcode) == gebied)];
}
