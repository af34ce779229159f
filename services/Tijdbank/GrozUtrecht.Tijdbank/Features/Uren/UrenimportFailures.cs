using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>The expected failures of an import: of the whole file, and of one line.</summary>
internal static class UrenimportFailures
{
    public static readonly Failure NotCsv = Of("geen-csv", 415, "Stuur een CSV-bestand (text/csv, UTF-8); een Excel-bestand slaat u eerst op als CSV UTF-8");
    public static readonly Failure TooLarge = Of("te-groot", 413, "Het bestand is groter dan 2 MB; splits het");
    public static readonly Failure NotUtf8 = Of("geen-utf8", 422, "Het bestand is geen UTF-8; kies bij het opslaan voor CSV UTF-8");
    public static readonly Failure TooManyLines = Of("te-veel-regels", 422, "Een bestand heeft ten hoogste 10.000 regels; splits het");
    public static readonly Failure NoLines = Of("geen-regels", 422, "Het bestand heeft geen regels onder de kopregel");
    public static readonly Failure ColumnMissing = Of("kolom-ontbreekt", 422, "De kopregel mist een kolom: persoonId, uitgevoerdDatum, duurMinuten en urenSoort zijn nodig");
    public static readonly Failure ColumnUnknown = Of("kolom-onbekend", 422, "De kopregel noemt een kolom die niet bestaat, of een kolom twee keer");
    public static readonly Failure LinesRefused = Of("regels-fout", 422, "Een of meer regels kloppen niet; er is niets geboekt");

    public static readonly Failure LineIdTwice = Of("regelid-dubbel", 422, "Deze regelId staat eerder in dit bestand");
    public static readonly Failure LineIdOtherContent = Of("regelid-andere-inhoud", 409, "Deze regelId is eerder geboekt met een andere inhoud");

    /// <summary>Every code that a whole file can be refused with, for the API documentation.</summary>
    public static string FileCodes => Codes([NotCsv, TooLarge, NotUtf8, TooManyLines, NoLines, ColumnMissing, ColumnUnknown, LinesRefused]);

    /// <summary>Every code that a line can have, for the API documentation.</summary>
    public static string LineCodes => Codes(
    [
        .. Enum.GetValues<Regelfout>().Select(Of), LineIdTwice, LineIdOtherContent, UrenFailures.PersonUnknown, UrenFailures.PostcodeUnknown,
        .. Enum.GetValues<Werktijdfout>().Select(UrenFailures.Of),
    ]);

    public static Failure Of(Regelfout fault) => fault switch
    {
        Regelfout.CellenOnleesbaar => Of("cellen-onleesbaar", 422, "De regel heeft niet evenveel cellen als de kopregel, of een aanhalingsteken staat verkeerd"),
        Regelfout.PersoonOngeldig => Of("persoon-ongeldig", 422, "persoonId is geen geldig id"),
        Regelfout.DatumOngeldig => Of("datum-ongeldig", 422, "uitgevoerdDatum is geen datum; schrijf jjjj-mm-dd of dd-mm-jjjj"),
        Regelfout.DuurOngeldig => Of("duur-ongeldig", 422, "duurMinuten is geen heel getal"),
        Regelfout.UrensoortOnbekend => Of("urensoort-onbekend", 422, "Deze urenSoort bestaat niet; zie urensoorten"),
        Regelfout.BegintijdOngeldig => Of("begintijd-ongeldig", 422, "beginTijd is geen tijd; schrijf uu:mm"),
        Regelfout.PraktijkovereenkomstOngeldig => Of("praktijkovereenkomst-ongeldig", 422, "praktijkovereenkomstId is geen geldig id"),
        Regelfout.TekstTeLang => Of("tekst-te-lang", 422, "De omschrijving of regelId is te lang"),
        Regelfout.TekstOnleesbaar => Of("tekst-onleesbaar", 422, "De omschrijving of regelId bevat tekens die niet te tonen zijn"),
        Regelfout.TekstMetBsn => Of("tekst-met-bsn", 422, "De tekst lijkt een burgerservicenummer te bevatten; haal het weg"),
        Regelfout.TekstIsFormule => Of("tekst-is-formule", 422, "Een tekst mag niet met =, +, - of @ beginnen, want een rekenblad ziet dat als formule"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    private static Failure Of(string reason, int status, string title) => new($"tijdbank.urenimport.{reason}", status, title);

    private static string Codes(IEnumerable<Failure> failures) => string.Join(", ", failures.Select(failure => failure.Code).Distinct());
}
