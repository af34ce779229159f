using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>A duty as partners see it.</summary>
internal sealed record DienstResponse(
    [property: Description("Id van de dienst.")] Guid Id,
    [property: Description("De buurt.")] Guid BuurtId,
    [property: Description("Wie dienst heeft; ontbreekt bij een dienst van vroeger van iemand die is verwijderd.")] Guid? BuurtassistentId,
    [property: Description("Begin van de dienst.")] DateTimeOffset BegintOp,
    [property: Description("Einde van de dienst.")] DateTimeOffset EindigtOp);

internal static class DienstFailures
{
    public static readonly Failure Unknown = new("support.dienst.onbekend", StatusCodes.Status404NotFound, "Deze dienst bestaat niet");

    public static readonly Failure TimesInvalid = new(
        "support.dienst.tijden-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze tijden passen niet bij een dienst");

    public static readonly Failure Overlaps = new("support.dienst.overlapt", StatusCodes.Status409Conflict, "Deze buurtassistent heeft dan al dienst");

    public static readonly Failure HasBegun = new("support.dienst.begonnen", StatusCodes.Status409Conflict, "Deze dienst is al begonnen");

    public static readonly Failure HasEnded = new("support.dienst.afgelopen", StatusCodes.Status409Conflict, "Deze dienst is al afgelopen");

    public const string TimesHelp =
        "Een dienst eindigt na zijn begin, duurt hooguit 16 uur, en begint hooguit 7 dagen terug en een jaar vooruit.";

    /// <summary>Why somebody cannot take these duties; null when they can. Holds the buurtassistent, so that it stays so.</summary>
    /// <param name="except">Duties that will not be theirs any more.</param>
    public static async Task<ProblemHttpResult?> RefuseAsync(
        NpgsqlConnection connection,
        Guid partnerId,
        (Guid AssistentId, Guid BuurtId) who,
        IReadOnlyList<Dienst> times,
        Guid[] except,
        CancellationToken cancellationToken)
    {
        if (await BuurtassistentStore.LockAsync(connection, partnerId, who.AssistentId, cancellationToken) is not { } assistent)
        {
            return BuurtassistentFailures.NotYours.ToProblem();
        }

        if (!assistent.WorksIn(who.BuurtId))
        {
            return BuurtassistentFailures.NotInBuurt.ToProblem(BuurtassistentFailures.NotInBuurtHelp);
        }

        return await DienstStore.FindOverlapAsync(connection, assistent.Id, times, except, cancellationToken) is { } taken
            ? Overlaps.ToProblem($"Kies een andere tijd of een collega: er is al een dienst die begint op {NederlandseTijd.WallClock(taken):dd-MM-yyyy HH:mm}.")
            : null;
    }
}
