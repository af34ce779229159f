using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>What several slices do with an arrangement: judge a proposal, and show what is.</summary>
internal static class Arrangementvorm
{
    /// <summary>Why this goal with these activities cannot be proposed; null when it can.</summary>
    public static async Task<ProblemHttpResult?> RefuseAsync(
        NpgsqlConnection connection, string doel, IReadOnlyList<Guid> activiteitIds, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(doel) is { } refusal)
            return refusal;
        if (ArrangementRules.Choose(activiteitIds) is { } twice)
            return ArrangementFailures.Of(twice).ToProblem();
        return await ArrangementversieStore.CountPublishedAsync(connection, activiteitIds, cancellationToken) == activiteitIds.Count
            ? null
            : ArrangementFailures.ActiviteitUnknown.ToProblem();
    }

    /// <summary>What guide and resident see of these arrangements.</summary>
    public static async Task<IReadOnlyList<ArrangementAnswer>> AnswersAsync(
        NpgsqlConnection connection, IReadOnlyList<ArrangementRow> rows, CancellationToken cancellationToken)
    {
        var personen = await Sleutelkast.PersonenAsync(connection, rows.Select(row => row.Pseudoniem).OfType<Guid>(), cancellationToken);
        var versies = await ArrangementversieStore.CurrentAsync(connection, rows.Select(row => row.Id), cancellationToken);
        return [.. rows.Select(row => ArrangementAnswer.Of(row, PersoonOf(row), versies[row.Id]))];

        Guid? PersoonOf(ArrangementRow row) => row.Pseudoniem is { } pseudoniem && personen.TryGetValue(pseudoniem, out var persoonId) ? persoonId : null;
    }

    public static async Task<ArrangementAnswer> AnswerAsync(NpgsqlConnection connection, ArrangementRow row, CancellationToken cancellationToken) =>
        (await AnswersAsync(connection, [row], cancellationToken))[0];
}
