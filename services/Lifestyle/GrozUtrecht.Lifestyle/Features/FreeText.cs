using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features;

/// <summary>What holds for every text that people write themselves, with the codes of this service.</summary>
internal static class FreeText
{
    private static readonly VrijeTekst Rules = new("lifestyle");

    public static Failure HoldsBsn => Rules.HoldsBsn;

    public static Failure Unreadable => Rules.Unreadable;

    /// <inheritdoc cref="VrijeTekst.Refuse"/>
    public static ProblemHttpResult? Refuse(params ReadOnlySpan<string?> texts) => Rules.Refuse(texts);
}
