using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>Puts speakers in the programme of a meeting, and takes their time for it.</summary>
internal static class Sprekers
{
    /// <summary>Null when the programme stands; otherwise the answer that ends the request and rolls it back.</summary>
    public static async Task<ProblemHttpResult?> ReplaceAsync(
        NpgsqlConnection connection, Guid bijeenkomstId, IReadOnlyList<OnderdeelBody> onderdelen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = onderdelen.Select(onderdeel => onderdeel.LeverancierId).Distinct().ToArray();
        var names = await InspiratieStore.ActiveAsync(connection, ids, cancellationToken);
        if (names.Count != ids.Length)
            return InspiratieFailures.SpeakerNotActive.ToProblem();

        var boekingen = onderdelen.Select(onderdeel =>
            new Leveranciersboeking(Guid.CreateVersion7(now), onderdeel.LeverancierId, onderdeel.BegintOp.ToUniversalTime(), onderdeel.EindigtOp.ToUniversalTime()));
        if (!await BoekingStore.TryReplaceAsync(connection, BoekingStore.Inspiratiebijeenkomst, bijeenkomstId, [.. boekingen], cancellationToken))
            return InspiratieFailures.SpeakerTaken.ToProblem();

        var rows = onderdelen.Select((onderdeel, index) => new OnderdeelRow
        {
            Nummer = index + 1,
            Titel = onderdeel.Titel,
            LeverancierId = onderdeel.LeverancierId,
            Leverancier = names[onderdeel.LeverancierId],
            BegintOp = onderdeel.BegintOp.ToUniversalTime(),
            EindigtOp = onderdeel.EindigtOp.ToUniversalTime(),
        });
        await InspiratieStore.ReplaceOnderdelenAsync(connection, bijeenkomstId, [.. rows], cancellationToken);
        return null;
    }
}
