using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>An expected failure: a value that a handler returns, never an exception.</summary>
/// <param name="Code">Stable code for programs, <c>service.onderwerp.reden</c>; it never changes meaning.</param>
/// <param name="Status">HTTP status code of the problem answer.</param>
/// <param name="Title">Short Dutch sentence for people, the same for every occurrence.</param>
public sealed record Failure(string Code, int Status, string Title)
{
    /// <summary>The RFC 9457 problem answer of this failure.</summary>
    /// <param name="detail">Dutch sentence about this occurrence and its remedy, without personal data.</param>
    public ProblemHttpResult ToProblem(string? detail = null) => TypedResults.Problem(ToDetails(detail));

    /// <summary>The problem details themselves, for middleware that writes its own answer.</summary>
    public ProblemDetails ToDetails(string? detail = null) => new()
    {
        Type = string.Create(CultureInfo.InvariantCulture, $"urn:groz:fout:{Code}"),
        Title = Title,
        Status = Status,
        Detail = detail,
        Extensions = { ["code"] = Code },
    };
}
