using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>The expected failures around invitations of employees.</summary>
internal static class UitnodigingFailures
{
    /// <summary>
    /// One answer for a code that is missing, unknown, used or too late: who tries codes must not learn that somebody took part with one.
    /// </summary>
    public static readonly Failure CodeWrong = new(
        "vitaal-werken.uitnodigingscode.ongeldig", StatusCodes.Status404NotFound,
        "Met deze code kan het niet, of niet meer. Kijk of alle tekens kloppen, of vraag een nieuwe code");

    public static readonly Failure NotKept = new(
        "vitaal-werken.antwoord.niet-bewaard", StatusCodes.Status400BadRequest, "Dit antwoord wordt niet bewaard. Laat de Idempotency-Key weg");
}
