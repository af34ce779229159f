using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>The expected failures around leefstijlarrangementen.</summary>
internal static class ArrangementFailures
{
    public static readonly Failure Unknown = new(
        "lifestyle.arrangement.onbekend", StatusCodes.Status404NotFound, "Dit leefstijlarrangement bestaat niet");

    public static readonly Failure NoKey = new(
        "lifestyle.arrangement.persoon-zonder-sleutel", StatusCodes.Status409Conflict, "Geef de persoon eerst een inzagesleutel. Daarmee stemt de persoon zelf in");

    public static readonly Failure Exists = new(
        "lifestyle.arrangement.bestaat", StatusCodes.Status409Conflict, "Deze persoon heeft bij u al een arrangement. Stel daarvan een nieuwe versie voor, of beëindig het");

    public static readonly Failure RunsElsewhere = new(
        "lifestyle.arrangement.loopt-al", StatusCodes.Status409Conflict, "Deze persoon heeft al een arrangement dat loopt. Dat moet eerst eindigen");

    public static readonly Failure ActiviteitTwice = new(
        "lifestyle.arrangement.activiteit-dubbel", StatusCodes.Status422UnprocessableEntity, "Een activiteit staat er twee keer in");

    public static readonly Failure ActiviteitUnknown = new(
        "lifestyle.arrangement.activiteit-onbekend", StatusCodes.Status422UnprocessableEntity, "Een activiteit bestaat niet of is niet gepubliceerd");

    public static readonly Failure Ended = new(
        "lifestyle.arrangement.beeindigd", StatusCodes.Status409Conflict, "Dit arrangement is al beëindigd");

    public static readonly Failure TooManyVersions = new(
        "lifestyle.arrangement.te-veel-versies", StatusCodes.Status409Conflict, "Dit arrangement heeft te veel versies. Beëindig het en maak een nieuw");

    public static readonly Failure NotTheLatest = new(
        "lifestyle.arrangement.versie-vervangen", StatusCodes.Status409Conflict, "Er is een nieuwer voorstel. Laat dat zien en stem daarmee in");

    public static readonly Failure AgreedBefore = new(
        "lifestyle.arrangement.al-ingestemd", StatusCodes.Status409Conflict, "Met deze versie is al ingestemd");

    public static readonly Failure NotAgreed = new(
        "lifestyle.arrangement.niet-overeengekomen", StatusCodes.Status409Conflict, "De persoon stemde nog niet in. Dat doet de persoon met de eigen sleutel");

    public static readonly Failure AlreadyRunning = new(
        "lifestyle.arrangement.al-gestart", StatusCodes.Status409Conflict, "Dit arrangement loopt al");

    public static readonly Failure NotRunning = new(
        "lifestyle.arrangement.niet-lopend", StatusCodes.Status409Conflict, "Dit kan alleen bij een arrangement dat loopt");

    /// <summary>What a proposed goal and set of activities may be refused for.</summary>
    public static Failure[] Proposal { get; } = [ActiviteitTwice, ActiviteitUnknown, FreeText.HoldsBsn, FreeText.Unreadable];

    public static Failure Of(ArrangementRefusal refusal) => refusal switch
    {
        ArrangementRefusal.ActiviteitTwice => ActiviteitTwice,
        ArrangementRefusal.Ended => Ended,
        ArrangementRefusal.TooManyVersions => TooManyVersions,
        ArrangementRefusal.NotTheLatestVersion => NotTheLatest,
        ArrangementRefusal.AgreedBefore => AgreedBefore,
        ArrangementRefusal.NotAgreed => NotAgreed,
        ArrangementRefusal.AlreadyRunning => AlreadyRunning,
        _ => NotRunning,
    };
}
