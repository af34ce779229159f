using Microsoft.AspNetCore.Http;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>The failures that every service shares.</summary>
public static class RequestFailures
{
    public static readonly Failure Malformed = new("verzoek.onleesbaar", StatusCodes.Status400BadRequest, "Het verzoek is niet te lezen");

    public static readonly Failure Invalid = new("verzoek.ongeldig", StatusCodes.Status400BadRequest, "Een of meer velden zijn ongeldig");

    public static readonly Failure CursorInvalid = new("verzoek.cursor-ongeldig", StatusCodes.Status400BadRequest, "De cursor is ongeldig");

    public static readonly Failure TokenMissing = new("toegang.token-ontbreekt", StatusCodes.Status401Unauthorized, "Een geldig token ontbreekt");

    public static readonly Failure TokenInvalid = new("toegang.token-ongeldig", StatusCodes.Status401Unauthorized, "Het token is ongeldig of verlopen");

    public static readonly Failure ScopeMissing = new("toegang.scope-ontbreekt", StatusCodes.Status403Forbidden, "Het token geeft geen toegang tot dit onderdeel");

    public static readonly Failure NotFound = new("verzoek.onbekend-adres", StatusCodes.Status404NotFound, "Dit adres bestaat niet");

    public static readonly Failure MethodNotAllowed = new("verzoek.methode-niet-toegestaan", StatusCodes.Status405MethodNotAllowed, "Deze methode is hier niet toegestaan");

    public static readonly Failure VersionOutdated = new("verzoek.versie-verouderd", StatusCodes.Status412PreconditionFailed, "De gegevens zijn intussen gewijzigd");

    public static readonly Failure VersionMissing = new("verzoek.versie-ontbreekt", StatusCodes.Status428PreconditionRequired, "Noem in If-Match de versie die u wijzigt");

    public static readonly Failure TooLarge = new("verzoek.te-groot", StatusCodes.Status413PayloadTooLarge, "Het verzoek is te groot");

    public static readonly Failure MediaTypeUnsupported = new("verzoek.mediatype-onbekend", StatusCodes.Status415UnsupportedMediaType, "Stuur de inhoud als application/json");

    public static readonly Failure TooManyRequests = new("verzoek.te-vaak", StatusCodes.Status429TooManyRequests, "Te veel verzoeken in korte tijd");

    public static readonly Failure KeyInvalid = new("verzoek.idempotentiesleutel-ongeldig", StatusCodes.Status400BadRequest, "De Idempotency-Key is ongeldig");

    public static readonly Failure KeyRunning = new("verzoek.loopt-nog", StatusCodes.Status409Conflict, "Een verzoek met deze Idempotency-Key loopt nog");

    public static readonly Failure KeyReused = new("verzoek.sleutel-hergebruikt", StatusCodes.Status422UnprocessableEntity, "Deze Idempotency-Key hoort bij een ander verzoek");

    public static readonly Failure Unavailable = new("dienst.niet-beschikbaar", StatusCodes.Status503ServiceUnavailable, "De dienst is even niet beschikbaar");

    public static readonly Failure Timeout = new("dienst.te-traag", StatusCodes.Status504GatewayTimeout, "De dienst antwoordde niet op tijd");

    public static readonly Failure Unexpected = new("dienst.fout", StatusCodes.Status500InternalServerError, "Er ging iets mis");

    /// <summary>The failure that belongs to a bare status code, for answers that the framework makes itself.</summary>
    public static Failure ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Malformed,
        StatusCodes.Status401Unauthorized => TokenMissing,
        StatusCodes.Status403Forbidden => ScopeMissing,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => MediaTypeUnsupported,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable => Unavailable,
        StatusCodes.Status504GatewayTimeout => Timeout,
        _ => Unexpected with { Status = status },
    };
}
