using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>
/// The limit per client. It runs once the caller is known and before anyone is refused, so that guessing tokens is limited as well.
/// </summary>
internal sealed class ClientRateLimit(RequestDelegate next, SharedCounter counter, IOptions<RateLimitSettings> settings)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/alive" || context.Request.Path == "/health")
        {
            await next(context);
            return;
        }

        var answer = await counter.TakeAsync(Bucket.Of(context, settings.Value));
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = Text(answer.Limit);
        headers["RateLimit-Remaining"] = Text(answer.Remaining);
        headers["RateLimit-Reset"] = Text(answer.ResetSeconds);
        if (answer.Admitted)
        {
            await next(context);
            return;
        }

        var failure = RequestFailures.TooManyRequests;
        headers.RetryAfter = Text(answer.RetryAfterSeconds);
        context.Response.StatusCode = failure.Status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = failure.ToDetails($"Er passen {answer.Limit} verzoeken in een minuut. Wacht {answer.RetryAfterSeconds} seconden."),
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
