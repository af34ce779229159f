using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>The expected failures around calendar links.</summary>
internal static class AgendalinkFailures
{
    public static readonly Failure Unknown = new("lifestyle.agendalink.onbekend", StatusCodes.Status404NotFound, "Deze agendalink bestaat niet");

    public static readonly Failure PersoonRemoved = new(
        "lifestyle.agendalink.persoon-verwijderd", StatusCodes.Status409Conflict, "Deze persoon is verwijderd; er kan geen agendalink meer komen");

    public static readonly Failure TooMany = new(
        "lifestyle.agendalink.te-veel", StatusCodes.Status409Conflict, $"Een persoon heeft ten hoogste {CreateAgendalink.MaximumPerPersoon} agendalinks; trek er eerst een in");

    public static readonly Failure NotKept = new(
        "lifestyle.agendalink.antwoord-niet-bewaard", StatusCodes.Status400BadRequest, "Laat de Idempotency-Key weg: dit antwoord wordt niet bewaard");
}
