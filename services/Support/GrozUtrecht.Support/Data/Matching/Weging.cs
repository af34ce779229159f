using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>
/// What candidates of one hulpvraag are weighed with, besides the helpers: the hulpvraag, how matching sees it (null when no beurt
/// looks for a helper), and the rules of its area.
/// </summary>
internal sealed record Weging(HulpvraagRow Hulpvraag, Vraagbeeld? Vraag, Matchingregels Regels)
{
    /// <summary>Null when the partner has no such hulpvraag. No connection is kept: who asks the index next must not hold one.</summary>
    public static async Task<Weging?> ReadAsync(NpgsqlDataSource database, Guid partnerId, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HulpvraagStore.FindAsync(connection, partnerId, hulpvraagId, cancellationToken) is not { } hulpvraag)
        {
            return null;
        }

        var regels = await MatchingregelsStore.OfPostcodeAsync(connection, partnerId, hulpvraag.Postcode, cancellationToken);
        var vraag = hulpvraag.StatusValue is Domain.HulpvraagStatus.Open
            ? await VraagbeeldStore.FindAsync(connection, hulpvraag, Vraagbeeld.MaximumWeighed, now, cancellationToken)
            : null;
        return new(hulpvraag, vraag, regels);
    }
}
