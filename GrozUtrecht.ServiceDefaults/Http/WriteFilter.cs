using GrozUtrecht.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>
/// Runs every write in one transaction: the handler's effect, its events, and the answer kept for an <c>Idempotency-Key</c>. The
/// answer is made in memory and sent after the commit, so that a caller never holds an answer to something that did not happen.
/// </summary>
internal sealed class WriteFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        var work = http.RequestServices.GetRequiredService<UnitOfWork>();
        // A key belongs to a client; where a route takes anonymous callers, it is nobody's.
        if (!http.Request.Headers.TryGetValue(IdempotencyKey.Header, out var key) || http.User.Identity is not { IsAuthenticated: true })
        {
            var answer = await BufferAsync(http, await next(context));
            return await FinishAsync(work, answer, http.RequestAborted);
        }

        if (!IdempotencyKey.IsValid(key.ToString()))
        {
            return RequestFailures.KeyInvalid.ToProblem($"Gebruik 1 tot {IdempotencyKey.MaximumLength} zichtbare ASCII-tekens, bijvoorbeeld een UUID.");
        }

        var idempotency = await IdempotencyKey.ClaimAsync(work, http, key.ToString());
        if (idempotency.Earlier is { } earlier)
        {
            return earlier;
        }

        var first = await BufferAsync(http, await next(context));
        if (first.IsSuccess)
        {
            await idempotency.KeepAsync(work, first, http.RequestAborted);
        }

        return await FinishAsync(work, first, http.RequestAborted);
    }

    private static async Task<BufferedAnswer> BufferAsync(HttpContext http, object? result) => result is IResult answer
        ? await BufferedAnswer.OfAsync(http, answer)
        : throw new InvalidOperationException("A handler that writes returns an IResult, so that its answer can wait for the commit.");

    private static async Task<IResult> FinishAsync(UnitOfWork work, BufferedAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccess)
        {
            await work.CommitAsync(cancellationToken);
        }
        else
        {
            await work.RollbackAsync();
        }

        return answer;
    }
}
