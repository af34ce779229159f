using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>The expected failures around monthly gifts; the rest is that of a gift.</summary>
internal static class MaandgiftFailures
{
    public static readonly Failure Unknown = Make("onbekend", 404, "Deze maandgift bestaat niet");

    public static readonly Failure Ended = Make("gestopt", 409, "Deze maandgift is gestopt of afgelopen; maak een nieuwe");

    public static readonly Failure TooMany = Make("te-veel", 409, "Deze rekening heeft al 20 maandgiften; stop er eerst een");

    public static readonly Failure StartOutOfRange = Make(
        "start-ongeldig", 422, "Een maandgift, of een andere dag, begint vandaag of later, en binnen vijf jaar");

    public static readonly Failure EndBeforeStart = Make("einde-ongeldig", 422, "De einddatum ligt niet na de dag waarop de eerste gift zou zijn");

    public static string Codes => $"{StartOutOfRange.Code} en {EndBeforeStart.Code} (422), {GiftFailures.Codes}, en die van een overboeking";

    private static Failure Make(string reason, int status, string title) => new($"tijdbank.maandgift.{reason}", status, title);
}
