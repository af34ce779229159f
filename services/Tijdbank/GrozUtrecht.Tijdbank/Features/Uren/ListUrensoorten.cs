using System.ComponentModel;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>What may be done with hours of one kind.</summary>
public sealed record UrensoortAnswer(
    Urensoort UrenSoort,
    [property: Description("Weggeven en ruilen mag.")] bool Besteedbaar,
    [property: Description("Laten uitbetalen als vrijwilligersvergoeding mag.")] bool Uitbetaalbaar,
    [property: Description("Op een urenverklaring zetten mag.")] bool Certificeerbaar,
    [property: Description("Hetzelfde in gewone taal.")] string Uitleg);

/// <summary>All kinds of hours; there are few, so there are no pages.</summary>
public sealed record UrensoortenAnswer(IReadOnlyList<UrensoortAnswer> Items);

/// <summary><c>GET /urensoorten</c>: the policy, as people read it.</summary>
internal static class ListUrensoorten
{
    private static readonly UrensoortenAnswer Answer = new(
    [
        .. Urensoortbeleid.All.Select(beleid =>
            new UrensoortAnswer(beleid.UrenSoort, beleid.Besteedbaar, beleid.Uitbetaalbaar, beleid.Certificeerbaar, beleid.Uitleg)),
    ]);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urensoorten", Handle)
        .WithSummary("Soorten uren")
        .WithDescription("Welke soorten uren er zijn en wat ermee mag: de soort bepaalt of uren te besteden, uit te betalen of te verklaren zijn.");

    private static Ok<UrensoortenAnswer> Handle() => TypedResults.Ok(Answer);
}
