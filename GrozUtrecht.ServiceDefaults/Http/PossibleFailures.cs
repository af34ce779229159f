using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>What an operation can answer besides what it is for, so that the OpenAPI document names every code.</summary>
internal sealed record PossibleFailures(IReadOnlyList<Failure> Failures)
{
    /// <summary>Puts the codes with the answer of their status.</summary>
    public static void Describe(OpenApiOperation operation, IEnumerable<PossibleFailures> possible)
    {
        foreach (var failures in possible.SelectMany(some => some.Failures).Distinct().GroupBy(failure => failure.Status))
        {
            var lines = failures.Select(failure => $"- `{failure.Code}`: {failure.Title}");
            operation.Responses![failures.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = string.Join('\n', lines) };
        }
    }
}

/// <summary>Names failures on a route.</summary>
public static class PossibleFailuresExtensions
{
    /// <summary>Says which failures this operation can answer; those that every operation can answer need not be named.</summary>
    public static RouteHandlerBuilder MayFail(this RouteHandlerBuilder route, params Failure[] failures)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(failures);
        foreach (var status in failures.Select(failure => failure.Status).Distinct())
        {
            route.ProducesProblem(status);
        }

        return route.WithMetadata(new PossibleFailures(failures));
    }
}
