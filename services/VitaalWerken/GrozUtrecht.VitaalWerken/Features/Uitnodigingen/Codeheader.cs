using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.VitaalWerken.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>The header in which an employee's browser brings a code: never in an address, which is written down on the way.</summary>
public sealed record Codeheader(
    [property: FromHeader(Name = "uitnodigingscode"), StringLength(Geheimecode.MaximumLength), Description("De code van de uitnodiging.")] string? Waarde)
{
    /// <summary>The code; or, when it is null, the answer that ends the request. Nothing of the answer is kept or cached.</summary>
    internal (string? Code, ProblemHttpResult? Refusal) Read(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return (null, UitnodigingFailures.NotKept.ToProblem("Een kopie van het antwoord zou zeggen wanneer iemand meedeed."));
        return string.IsNullOrWhiteSpace(Waarde) ? (null, UitnodigingFailures.CodeWrong.ToProblem()) : (Waarde, null);
    }
}
