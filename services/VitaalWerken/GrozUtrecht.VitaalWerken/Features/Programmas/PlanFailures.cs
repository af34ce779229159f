using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What may be wrong with what somebody plans.</summary>
internal static class PlanFailures
{
    public static readonly Failure PeriodInvalid =
        new("vitaal-werken.programma.periode-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Het programma eindigt voor het begint, of het duurt langer dan drie jaar");

    public static readonly Failure KoppelingInvalid =
        new("vitaal-werken.module.koppeling-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Een module rust op een koppeling van dit bedrijf die is gemaakt");

    public static readonly Failure SleutelUnknown =
        new("vitaal-werken.programmasessie.sleutel-onbekend", StatusCodes.Status422UnprocessableEntity,
            "Neem alleen sleutels over van sessies van dit programma over hetzelfde onderwerp. Laat de sleutel anders weg");

    public static readonly Failure WithoutSession =
        new("vitaal-werken.module.zonder-sessie", StatusCodes.Status422UnprocessableEntity, "Een module heeft geen sessies. Plan ze, of haal de module weg");

    public static readonly Failure InThePast =
        new("vitaal-werken.programmasessie.in-het-verleden", StatusCodes.Status422UnprocessableEntity, "Een sessie is al begonnen. Kies een latere tijd");

    public static readonly Failure BegunChanged =
        new("vitaal-werken.programmasessie.al-begonnen", StatusCodes.Status422UnprocessableEntity,
            "Sessies die al begonnen zijn, blijven in het programma zoals ze waren");

    public static readonly Failure ProposalOutdated =
        new("vitaal-werken.programma.voorstel-verouderd", StatusCodes.Status409Conflict,
            "Intussen is een sessie begonnen, waardoor dit voorstel niet meer past. Trek het in en stel een nieuwe versie op");

    private static readonly Failure KoppelingTwice =
        new("vitaal-werken.module.koppeling-dubbel", StatusCodes.Status422UnprocessableEntity, "Twee modules rusten op dezelfde koppeling. Maak er een module van");

    private static readonly Failure GroupUnfit =
        new("vitaal-werken.module.groep-past-niet", StatusCodes.Status422UnprocessableEntity, "De kleinste groep is groter dan de grootste");

    private static readonly Failure PriceUnfit =
        new("vitaal-werken.module.prijs-past-niet", StatusCodes.Status422UnprocessableEntity, "Geef een prijs of zeg wat het bedrijf in natura geeft: een van beide");

    private static readonly Failure EndsBeforeItBegins =
        new("vitaal-werken.programmasessie.eind-voor-begin", StatusCodes.Status422UnprocessableEntity, "Een sessie eindigt niet na haar begin");

    private static readonly Failure TooLong =
        new("vitaal-werken.programmasessie.te-lang", StatusCodes.Status422UnprocessableEntity, "Een sessie duurt ten hoogste twaalf uur");

    private static readonly Failure OutsidePeriod =
        new("vitaal-werken.programmasessie.buiten-periode", StatusCodes.Status422UnprocessableEntity, "Een sessie valt buiten de dagen van het programma");

    private static readonly Failure CapacityUnfit =
        new("vitaal-werken.programmasessie.capaciteit-past-niet", StatusCodes.Status422UnprocessableEntity,
            "De capaciteit van een sessie past niet bij de groepsgrootte van de module");

    private static readonly Failure SleutelTwice =
        new("vitaal-werken.programmasessie.sleutel-dubbel", StatusCodes.Status422UnprocessableEntity, "Een sleutel staat bij twee sessies");

    private static readonly Failure LeverancierTwice =
        new("vitaal-werken.programmasessie.leverancier-dubbel", StatusCodes.Status422UnprocessableEntity,
            "Een leverancier heeft twee sessies tegelijk. Kies voor een van beide een andere tijd");

    /// <summary>What a concept may be refused with.</summary>
    public static readonly Failure[] Concept =
    [
        PeriodInvalid, KoppelingInvalid, SleutelUnknown, KoppelingTwice, GroupUnfit, PriceUnfit, EndsBeforeItBegins, TooLong, OutsidePeriod, CapacityUnfit,
        SleutelTwice, LeverancierTwice, FreeText.HoldsBsn, FreeText.Unreadable,
    ];

    /// <summary>The answer to a plan with something wrong in it, that says in which module.</summary>
    public static ProblemHttpResult ToProblem(this Planbezwaar bezwaar) =>
        Of(bezwaar.Fout).ToProblem(bezwaar.Module is { } nummer ? $"Dit gaat over module {nummer}." : null);

    private static Failure Of(Planfout fout) => fout switch
    {
        Planfout.PeriodInvalid => PeriodInvalid,
        Planfout.GroupUnfit => GroupUnfit,
        Planfout.PriceUnfit => PriceUnfit,
        Planfout.KoppelingTwice => KoppelingTwice,
        Planfout.EndsBeforeItBegins => EndsBeforeItBegins,
        Planfout.TooLong => TooLong,
        Planfout.OutsidePeriod => OutsidePeriod,
        Planfout.CapacityUnfit => CapacityUnfit,
        Planfout.SleutelTwice => SleutelTwice,
        Planfout.LeverancierTwice => LeverancierTwice,
        Planfout.WithoutSession => WithoutSession,
        Planfout.InThePast => InThePast,
        Planfout.BegunChanged => BegunChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(fout), fout, "A fault without an answer."),
    };
}
