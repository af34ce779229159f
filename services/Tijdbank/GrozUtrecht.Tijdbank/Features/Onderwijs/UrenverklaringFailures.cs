using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>The expected failures around signing off and hours statements.</summary>
internal static class UrenverklaringFailures
{
    public static readonly Failure Unknown = OnderwijsFailures.Make("urenverklaring.onbekend", 404, "Deze urenverklaring bestaat niet");

    public static readonly Failure NotTheOrganisatie = OnderwijsFailures.Make(
        "aftekening.niet-de-organisatie", 403, "Alleen de organisatie waar de student werkt tekent uren af");

    public static readonly Failure NothingToSignOff = OnderwijsFailures.Make(
        "aftekening.geen-uren", 409, "In deze week zijn geen bevestigde praktijkuren die nog afgetekend moeten worden; laat ze eerst bevestigen");

    public static readonly Failure NotAMonday = OnderwijsFailures.Make("aftekening.geen-maandag", 422, "Een week begint op maandag; noem die datum");

    public static readonly Failure WerkprocesUnknown = OnderwijsFailures.Make(
        "aftekening.werkproces-onbekend", 422, "Een werkproces staat niet in de overeenkomst; neem de tekst daaruit over");

    public static readonly Failure NothingSignedOff = OnderwijsFailures.Make(
        "urenverklaring.geen-uren", 409, "Tot en met deze datum zijn geen uren afgetekend; laat de organisatie ze eerst aftekenen");

    public static readonly Failure InTheFuture = OnderwijsFailures.Make(
        "urenverklaring.datum-in-toekomst", 422, "Een verklaring gaat over uren tot en met vandaag; kies een eerdere datum");

    public static readonly Failure AlreadyWithdrawn = OnderwijsFailures.Make("urenverklaring.ingetrokken", 409, "Deze urenverklaring is al ingetrokken");
}
