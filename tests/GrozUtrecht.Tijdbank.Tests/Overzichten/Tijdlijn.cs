using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

/// <summary>One booking at a moment of the test's choosing.</summary>
internal sealed record Geboekt(string Op, Guid Van, Guid Naar, long Bedrag, string? Tekst = null, Eenheid Eenheid = Eenheid.Minuten)
{
    public Guid Id { get; init; } = TestId.Guid();
}

/// <summary>Books in the past: the ledger itself, asked by somebody whose clock says so.</summary>
internal static class Tijdlijn
{
    public static async Task BookAsync(NpgsqlDataSource owner, params IEnumerable<Geboekt> bookings)
    {
        foreach (var moment in bookings.GroupAdjacent(booking => booking.Op))
        {
            foreach (var chunk in moment.Chunk(1_000))
                await BookAsync(owner, chunk, DateTimeOffset.Parse(chunk[0].Op, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static async Task BookAsync(NpgsqlDataSource owner, Geboekt[] bookings, DateTimeOffset op)
    {
        await using var command = owner.CreateCommand(
            """
            select count(*) filter (where uitkomst = 0) from (
              select (grootboek.boek($1, $2, $3, $4, $5, $6, $7, array_fill(null::uuid, array[cardinality($2)]), null, null,
                array_fill(null::int, array[cardinality($2)]), $8, $9)).uitkomst) as b
            """);
        // In the order of the database, which is that of the text of an id.
        var accounts = bookings.SelectMany(booking => new[] { booking.Van, booking.Naar }).Distinct().OrderBy(id => id.ToString("N"), StringComparer.Ordinal).ToArray();
        int[] Places(Func<Geboekt, Guid> of) => [.. bookings.Select(booking => Array.IndexOf(accounts, of(booking)) + 1)];
        command.Parameters.Add(new() { Value = accounts });
        command.Parameters.Add(new() { Value = bookings.Select(booking => booking.Id).ToArray() });
        command.Parameters.Add(new() { Value = bookings.Select(_ => (short)1).ToArray() });
        command.Parameters.Add(new() { Value = Places(booking => booking.Van) });
        command.Parameters.Add(new() { Value = Places(booking => booking.Naar) });
        command.Parameters.Add(new() { Value = bookings.Select(booking => booking.Bedrag).ToArray() });
        command.Parameters.Add(new() { Value = bookings.Select(booking => (short)booking.Eenheid).ToArray() });
        command.Parameters.Add(new() { Value = bookings.Select(booking => booking.Tekst).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = op.ToUniversalTime() });
        Assert.Equal((long)bookings.Length, await command.ExecuteScalarAsync());
    }

    private static IEnumerable<List<T>> GroupAdjacent<T>(this IEnumerable<T> items, Func<T, string> key)
    {
        List<T> group = [];
        foreach (var item in items)
        {
            if (group.Count > 0 && key(group[0]) != key(item))
            {
                yield return group;
                group = [];
            }

            group.Add(item);
        }

        if (group.Count > 0)
            yield return group;
    }
}
