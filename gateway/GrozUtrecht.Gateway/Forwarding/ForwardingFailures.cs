using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace GrozUtrecht.Gateway.Forwarding;

/// <summary>Turns what went wrong between gateway and service into a problem that tells the client what to do.</summary>
internal static partial class ForwardingFailures
{
    private const string RetryDetail = "Probeer het later opnieuw; herhaal een POST alleen met dezelfde Idempotency-Key.";

    public static void UseForwardingFailures(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsTooLarge(context))
        {
            await WriteAsync(context, RequestFailures.TooLarge, detail: null);
            return;
        }

        await next(context);

        // This runs outside the request timeout, so an aborted request here is one whose client left.
        if (context.GetForwarderErrorFeature() is { } error && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var failure = FailureOf(error.Error, context.Response.StatusCode);
            LogFailed(LoggerOf(context), context.GetEndpoint()?.DisplayName, error.Error, failure.Status);
            await WriteAsync(context, failure, RetryDetail);
        }
    });

    private static ILogger LoggerOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("GrozUtrecht.Gateway.Forwarding");

    /// <summary>Says so before any byte of the body is read, or a connection to a service is used.</summary>
    private static bool IsTooLarge(HttpContext context) => context.Request.ContentLength > LimitOf(context);

    // YARP sets a route's own limit further on, when it forwards.
    private static long? LimitOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize
            ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static Failure FailureOf(ForwarderError error, int status) => error switch
    {
        // Only the request timeout cancels a request whose client is still there.
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled => RequestFailures.Timeout,
        ForwarderError.RequestBodyClient => RequestFailures.ForStatus(status),
        _ => RequestFailures.Unavailable,
    };

    private static async Task WriteAsync(HttpContext context, Failure failure, string? detail)
    {
        context.Response.StatusCode = failure.Status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = failure.ToDetails(failure.Status >= StatusCodes.Status500InternalServerError ? detail : null),
        });
    }

    // YARP's own line carries a stack trace for every request during an outage, so it is silenced in favour of this one.
    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Route {Route} failed with {Error}; the client hears {Status}")]
    private static partial void LogFailed(ILogger logger, string? route, ForwarderError error, int status);
}
