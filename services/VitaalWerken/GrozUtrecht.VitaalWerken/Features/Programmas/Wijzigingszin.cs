using GrozUtrecht.Documenten;
using GrozUtrecht.Gebieden;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>A difference between two versions as a plain sentence.</summary>
internal static class Wijzigingszin
{
    public static string Of(Versiewijziging wijziging, bool withPrice)
    {
        var module = wijziging.ModuleWordt ?? wijziging.ModuleWas;
        var (sessieWas, sessie) = (wijziging.SessieWas, wijziging.SessieWordt);
        return wijziging.Soort switch
        {
            Wijzigingsoort.Periode => $"Het programma is van {Period(wijziging.Wordt)}. Dat was van {Period(wijziging.Was!)}.",
            Wijzigingsoort.Kosten => $"De kosten van alle sessies samen worden {Cost(wijziging.Wordt)}.{(wijziging.Was is { } was ? $" Dat was {Cost(was)}." : "")}",
            Wijzigingsoort.ModuleErbij => $"{Name(module!)} komt erbij, met {Sessions(module!)}{(withPrice ? $" voor {Price(module!)}" : "")}.",
            Wijzigingsoort.ModuleEruit => $"{Name(module!)} gaat eruit, met {Sessions(module!)}.",
            Wijzigingsoort.Titel => $"{Name(module!)} heette eerst ‘{wijziging.ModuleWas!.Titel}’.",
            Wijzigingsoort.Prijs => $"{Name(module!)}: de prijs wordt {Price(module!)}. Dat was {Price(wijziging.ModuleWas!)}.",
            Wijzigingsoort.Groepsgrootte =>
                $"{Name(module!)}: de groep wordt {module!.GroepMinimum} tot {module.GroepMaximum} deelnemers. "
                + $"Dat was {wijziging.ModuleWas!.GroepMinimum} tot {wijziging.ModuleWas.GroepMaximum}.",
            Wijzigingsoort.Vrijstelling => $"{Name(module!)}: de aantekening bij de gerichte vrijstelling is veranderd.",
            Wijzigingsoort.SessieErbij => $"{Name(module!)}: er komt een sessie bij op {Time(sessie!)}, {sessie!.Locatie}.",
            Wijzigingsoort.SessieEruit => $"{Name(module!)}: de sessie op {Time(sessieWas!)} gaat eruit.",
            Wijzigingsoort.SessieAndereModule => $"De sessie op {Time(sessieWas!)} gaat van {Name(wijziging.ModuleWas!)} naar {Name(module!)}.",
            Wijzigingsoort.SessieTijd => $"{Name(module!)}: de sessie op {Time(sessieWas!)} verschuift naar {Time(sessie!)}.",
            Wijzigingsoort.SessieLocatie => $"{Name(module!)}: de sessie op {Time(sessie!)} is op een andere plek: {sessie!.Locatie}. Dat was {sessieWas!.Locatie}.",
            Wijzigingsoort.SessieCapaciteit =>
                $"{Name(module!)}: bij de sessie op {Time(sessie!)} kunnen {sessie!.Capaciteit} deelnemers terecht. Dat waren er {sessieWas!.Capaciteit}.",
            _ => throw new ArgumentOutOfRangeException(nameof(wijziging), wijziging.Soort, "A difference without a sentence."),
        };
    }

    private static string Name(Versiemodule module) => $"Module {module.Nummer} ‘{module.Titel}’";

    private static string Sessions(Versiemodule module) => module.Sessies.Count == 1 ? "1 sessie" : $"{module.Sessies.Count} sessies";

    private static string Price(Versiemodule module) =>
        module.PrijsCenten is { } cents ? (cents == 0 ? "niets" : $"{Dutch.Euros(cents)} per sessie") : $"in natura: {module.InNatura}";

    private static string Cost(Versieinhoud inhoud) => Dutch.Euros(inhoud.Modules.Sum(module => module.KostenCenten));

    private static string Period(Versieinhoud inhoud) => $"{Dutch.Date(inhoud.BeginDatum)} tot en met {Dutch.Date(inhoud.EindDatum)}";

    private static string Time(Versiesessie sessie) => $"{Dutch.Moment(sessie.BegintOp)} tot {NederlandseTijd.WallClock(sessie.EindigtOp):HH:mm} uur";
}
