using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>Every error leaves as an RFC 9457 problem with a stable code, whoever made it: a handler, the framework or an outage.</summary>
internal static class ProblemDetailsSetup
{
    private const string RetryAfterSeconds = "5";

    public static void AddProblemAnswers(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);

    public static void UseProblemAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
    }

    // An outage is not the caller's fault and passes: 503 says so, where a bug says 500.
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException { IsTransient: true } or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Instance ??= context.HttpContext.Request.Path;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (problem.Extensions.ContainsKey("code"))
        {
            return;
        }

        if (problem is HttpValidationProblemDetails validation)
        {
            Describe(validation);
            return;
        }

        var failure = RequestFailures.ForStatus(problem.Status ?? context.HttpContext.Response.StatusCode);
        var said = failure.ToDetails();
        problem.Type = said.Type;
        problem.Title = said.Title;
        problem.Extensions["code"] = failure.Code;
        problem.Detail = context.Exception is BadHttpRequestException bad ? JsonReading.Explain(bad) : null;
    }

    private static void Describe(HttpValidationProblemDetails validation)
    {
        var said = RequestFailures.Invalid.ToDetails();
        validation.Type = said.Type;
        validation.Title = said.Title;
        validation.Extensions["code"] = RequestFailures.Invalid.Code;
        validation.Extensions["velden"] = validation.Errors
            .SelectMany(field => field.Value.Select(message => new InvalidField(field.Key, ValidationMessages.InDutch(message))))
            .ToArray();
        validation.Errors.Clear();
    }

    private sealed record InvalidField(string Naam, string Melding);
}
