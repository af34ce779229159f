using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>The expected failures around reports.</summary>
internal static class RapportFailures
{
    public static readonly Failure AreaUnknown = Of("gebied-onbekend", 404, "Dit gebied bestaat niet; kies een code uit de gebieden, of onbekend");

    /// <summary>Every code that a period can be refused with, for the API documentation.</summary>
    public static string PeriodCodes => string.Join(", ", Enum.GetValues<Rapportfout>().Select(fault => $"{Of(fault).Code} ({Of(fault).Status})"));

    public static Failure Of(Rapportfout fault) => fault switch
    {
        Rapportfout.NoCalendarMonth => Of(
            "geen-kalendermaand", 422, "Een rapport gaat over één kalendermaand; kies van de eerste tot en met de laatste dag van een maand"),
        Rapportfout.NotOverYet => Of("maand-niet-voorbij", 422, "Deze maand is nog niet voorbij; het rapport komt een uur na haar einde"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null),
    };

    private static Failure Of(string reason, int status, string title) => new($"tijdbank.rapport.{reason}", status, title);
}
