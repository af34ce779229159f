using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>The expected failures around statements.</summary>
internal static class OverzichtFailures
{
    public static readonly Failure FormatUnknown = Of("formaat-onbekend", 406, "Dit overzicht is er als JSON, CSV of PDF; kies formaat=json, csv of pdf");

    public static readonly Failure TooManyLines =
        Of("te-veel-regels", 422, $"Deze periode heeft meer dan {OverzichtStore.MaximumLines} regels; kies een kortere periode, of haal JSON op in pagina's");

    /// <summary>Every code that a period can be refused with, for the API documentation.</summary>
    public static string PeriodCodes => string.Join(", ", Enum.GetValues<Periodefout>().Select(fault => $"{Of(fault).Code} ({Of(fault).Status})"));

    public static Failure Of(Periodefout fault) => fault switch
    {
        Periodefout.OutOfRange => Of("periode-buiten-bereik", 422, "Kies dagen van 2000 tot en met 2100"),
        Periodefout.Reversed => Of("periode-omgekeerd", 422, "De periode eindigt voordat zij begint; wissel van en tot om"),
        Periodefout.TooLong => Of("periode-te-lang", 422, $"Een periode is ten hoogste {Periode.MaximumDays} dagen; vraag meer overzichten op"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null),
    };

    private static Failure Of(string reason, int status, string title) => new($"tijdbank.overzicht.{reason}", status, title);
}
