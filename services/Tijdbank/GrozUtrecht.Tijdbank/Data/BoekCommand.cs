using GrozUtrecht.Tijdbank.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Translates orders into the one call of <c>grootboek.boek</c>, and its rows into answers in the same order.</summary>
internal static class BoekCommand
{
    /// <summary>More in one call costs latency and gains nothing.</summary>
    public const int MaximumOrders = 1_000;

    private const int TimeoutSeconds = 10;

    private const string Sql = "select * from grootboek.boek($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    /// <param name="groups">For each order the number of its group, of which all or none happen; null when each stands by itself.</param>
    public static async Task<Boeking[]> RunAsync(
        NpgsqlConnection connection, IReadOnlyList<Opdracht> orders, int?[]? groups, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (orders.Count is 0 or > MaximumOrders)
            throw new ArgumentException($"A call books 1 to {MaximumOrders} orders, not {orders.Count}.", nameof(orders));

        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = TimeoutSeconds };
        AddParameters(command, orders, groups, now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answers = new Boeking[orders.Count];
        for (var row = 0; await reader.ReadAsync(cancellationToken); row++)
        {
            var outcome = (Boekuitkomst)reader.GetInt16(0);
            answers[row] = outcome == Boekuitkomst.Booked
                ? new(
                    orders[row].Id, outcome, reader.GetBoolean(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3),
                    reader.GetInt64(4), reader.GetInt64(5), reader.IsDBNull(6) ? 0 : reader.GetInt64(6))
                : new(orders[row].Id, outcome, reader.GetBoolean(1), default, orders[row].Bedrag ?? 0, 0, 0, 0);
        }

        return answers;
    }

    private static void AddParameters(NpgsqlCommand command, IReadOnlyList<Opdracht> orders, int?[]? groups, DateTimeOffset now)
    {
        var accounts = orders.SelectMany(order => new[] { order.VanRekeningId, order.NaarRekeningId })
            .Where(id => id != Guid.Empty).Distinct().Order().ToArray();
        Add(NpgsqlDbType.Array | NpgsqlDbType.Uuid, accounts);
        Add(NpgsqlDbType.Array | NpgsqlDbType.Uuid, Of(order => order.Id));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Smallint, Of(order => (short)order.Soort));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, Of(order => Place(order.VanRekeningId)));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, Of(order => Place(order.NaarRekeningId)));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, Of(order => order.Bedrag));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Smallint, Of(order => (short)order.Eenheid));
        AddIfAny(NpgsqlDbType.Uuid, Of(order => order.PartnerId));
        AddIfAny(NpgsqlDbType.Uuid, Of(order => order.ReserveringId));
        AddIfAny(NpgsqlDbType.TimestampTz, Of(order => order.VervaltOp));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, groups);
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, orders.Any(order => order.Omschrijving is not null) ? Of(order => order.Omschrijving) : null);
        Add(NpgsqlDbType.TimestampTz, now);

        T[] Of<T>(Func<Opdracht, T> part) => [.. orders.Select(part)];

        // The function takes places, counted from one: it can then look accounts up without a join.
        int Place(Guid account) => Array.BinarySearch(accounts, account) + 1;

        void AddIfAny<T>(NpgsqlDbType type, T?[] values)
            where T : struct => Add(NpgsqlDbType.Array | type, Array.Exists(values, value => value is not null) ? values : null);

        void Add(NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
    }
}
