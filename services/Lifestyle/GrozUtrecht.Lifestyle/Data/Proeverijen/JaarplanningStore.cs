using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>Holds the proeverijen of all partners against the rule of two a year per area.</summary>
internal static class JaarplanningStore
{
    public static async Task<IReadOnlyList<(Gebied Gebied, Jaarstand Stand)>> ReadAsync(
        NpgsqlConnection connection, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<(string Gebied, string Status, DateTime BegintOp)>(new CommandDefinition(
            "SELECT gebied, status, begint_op FROM proeverijen WHERE begint_op >= @from AND begint_op < @until AND status <> 'afgelast'",
            new { from = StartOf(year), until = StartOf(year + 1) },
            cancellationToken: cancellationToken))).ToLookup(row => row.Gebied, StringComparer.Ordinal);
        return [.. Gebied.All.Select(gebied => (gebied, Judge([.. rows[gebied.Code]], year, today)))];
    }

    private static Jaarstand Judge(IReadOnlyList<(string Gebied, string Status, DateTime BegintOp)> rows, int year, DateOnly today)
    {
        List<DateOnly> planned = [.. rows.Where(row => !IsHeld(row.Status)).Select(row => NederlandseTijd.DayOf(new DateTimeOffset(row.BegintOp, TimeSpan.Zero)))];
        return Jaarregel.Of(year, rows.Count(row => IsHeld(row.Status)), planned, today);
    }

    private static bool IsHeld(string status) => status is "gehouden" or "afgesloten";

    private static DateTimeOffset StartOf(int year) => NederlandseTijd.MomentOf(new DateOnly(year, 1, 1), TimeOnly.MinValue);
}
