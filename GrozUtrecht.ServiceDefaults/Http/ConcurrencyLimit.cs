using Microsoft.AspNetCore.Builder;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>
/// How much work a process takes at once. The gateway counts requests per client; this limit keeps a process standing when it is
/// reached in another way, or by all clients together.
/// </summary>
internal static class ConcurrencyLimit
{
    public const string Policy = "concurrency";
    private const int MaximumConcurrent = 256;
    private const int MaximumQueued = 1_024;
    private const string RetryAfterSeconds = "1";

    public static void AddConcurrencyLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Policy, _ => RateLimitPartition.GetConcurrencyLimiter("process", _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = MaximumConcurrent,
            QueueLimit = MaximumQueued,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(
                new() { HttpContext = context.HttpContext, ProblemDetails = RequestFailures.TooManyRequests.ToDetails() });
        };
    });
}
