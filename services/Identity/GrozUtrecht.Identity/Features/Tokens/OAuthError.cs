using System.Text.Json.Serialization;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>An error as OAuth 2.0 writes it (RFC 6749 §5.2), which is not a problem document.</summary>
/// <param name="Error">One of the codes of the standard.</param>
/// <param name="Description">One Dutch sentence in ASCII for the developer of the client.</param>
/// <param name="Status">HTTP status.</param>
internal sealed record OAuthError(string Error, string Description, int Status = StatusCodes.Status400BadRequest) : IResult
{
    private const string RetryAfterSeconds = "60";

    public static readonly OAuthError NotAForm = new("invalid_request", "Stuur een formulier (application/x-www-form-urlencoded) waarin elk veld een keer voorkomt.");

    public static readonly OAuthError InvalidClient = Unauthenticated("De client is onbekend of ingetrokken, of het geheim of het bewijs klopt niet.");

    public static readonly OAuthError MethodUnsupported = Unauthenticated("Gebruik client_secret_basic of private_key_jwt, een van de twee.");

    public static readonly OAuthError TooManyFailures = new(
        "invalid_client", "Te veel mislukte pogingen. Wacht een minuut.", StatusCodes.Status429TooManyRequests);

    public static readonly OAuthError GrantUnsupported = new("unsupported_grant_type", "Alleen client_credentials wordt ondersteund.");

    public static readonly OAuthError InvalidScope = new("invalid_scope", "De client vraagt een scope die niet bestaat of die hij niet heeft.");

    public static OAuthError Unauthenticated(string description) => new("invalid_client", description, StatusCodes.Status401Unauthorized);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"identity\", charset=\"UTF-8\"";
        }

        if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await response.WriteAsJsonAsync(new Body(Error, Description), httpContext.RequestAborted);
    }

    private sealed record Body(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}
