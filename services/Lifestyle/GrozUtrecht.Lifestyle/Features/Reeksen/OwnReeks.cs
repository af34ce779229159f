using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>What the slices on series share.</summary>
internal static class OwnReeks
{
    private const int MaximumNamed = 10;

    /// <summary>Locks the caller's activity and then its series; null when either is not there.</summary>
    public static async Task<ReeksRow?> LockAsync(HttpContext http, UnitOfWork work, Guid activiteitId, Guid id)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        return await ActiviteitStore.LockOwnAsync(connection, activiteitId, http.User.PartnerId(), http.RequestAborted) is null
            ? null
            : await ReeksStore.LockAsync(connection, activiteitId, id, http.RequestAborted);
    }

    /// <summary>The same, at the version that the caller has seen.</summary>
    public static async Task<(ReeksRow? Row, Failure? Failure)> LockVersionAsync(HttpContext http, UnitOfWork work, Guid activiteitId, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);
        if (await LockAsync(http, work, activiteitId, id) is not { } row)
            return (null, ReeksFailures.Unknown);
        return row.Version == version ? (row, null) : (null, RequestFailures.VersionOutdated);
    }

    /// <summary>Why these sessions cannot be planned, or null: another session is in the way, or there would be too many.</summary>
    public static async Task<ProblemHttpResult?> RefuseAsync(
        NpgsqlConnection connection, Guid activiteitId, IReadOnlyList<Reeksdag> sessies, IReadOnlyList<Guid> replaced, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var toCome = await SessieStore.CountToComeAsync(connection, activiteitId, now, cancellationToken);
        if (toCome - replaced.Count + sessies.Count > SessieRules.MaximumToCome)
            return SessieFailures.TooMany.ToProblem();

        var clashes = await ReekssessieStore.ClashesAsync(connection, activiteitId, sessies, replaced, cancellationToken);
        return clashes.Count == 0 ? null : ReeksFailures.Overlaps.ToProblem(Named(clashes));
    }

    private static string Named(IReadOnlyList<DateTimeOffset> clashes)
    {
        var dagen = clashes.Take(MaximumNamed).Select(moment => NederlandseTijd.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var more = clashes.Count > MaximumNamed ? $" en nog {clashes.Count - MaximumNamed}" : "";
        return $"Het gaat om {string.Join(", ", dagen)}{more}.";
    }
}
