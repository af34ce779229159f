using Dapper;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Groepscijfers;

/// <summary>Remembers of which sets of people figures were published.</summary>
internal static class GroepsgeheugenStore
{
    public static async Task<IReadOnlyList<EerdereGroep>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var members = (await connection.QueryAsync<(Guid Pseudoniem, int GroepId)>(new CommandDefinition(
            "SELECT pseudoniem, unnest(groep_ids) AS groep_id FROM groepscijfers.leden", cancellationToken: cancellationToken)))
            .ToLookup(row => row.GroepId, row => row.Pseudoniem);
        var sets = await connection.QueryAsync<SetRow>(new CommandDefinition(
            """
            SELECT vragenlijst, versie, dimensie, CASE deel WHEN 'stand' THEN maanden ELSE 0 END AS maanden, groep_id, volledig
            FROM groepscijfers.cijfers JOIN groepscijfers.groepen ON id = groep_id
            ORDER BY groep_id, vragenlijst, versie, dimensie, maanden, deel
            """,
            cancellationToken: cancellationToken));
        var lists = members.ToDictionary(set => set.Key, IReadOnlyList<Guid> (set) => [.. set]);
        return [.. sets.Select(row => new EerdereGroep(
            new(row.Vragenlijst, row.Versie, row.Dimensie), row.Maanden, lists.GetValueOrDefault(row.GroepId, []), row.Volledig))];
    }

    /// <summary>Keeps each set once, however many dimensions it was published for, and gives its number.</summary>
    public static async Task<IReadOnlyDictionary<IReadOnlyList<Guid>, int>> KeepAsync(
        NpgsqlConnection connection, IEnumerable<IReadOnlyList<Guid>> sets, CancellationToken cancellationToken)
    {
        var distinct = sets.Distinct(SamePeople.Instance).ToList();
        var ids = (await connection.QueryAsync<int>(new CommandDefinition(
            "INSERT INTO groepscijfers.groepen (volledig) SELECT true FROM generate_series(1, @count) RETURNING id", new { count = distinct.Count },
            cancellationToken: cancellationToken))).AsList();
        var pairs = distinct.SelectMany((set, index) => set.Select(lid => (lid, id: ids[index]))).ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO groepscijfers.leden (pseudoniem, groep_ids)
            SELECT pseudoniem, array_agg(groep_id ORDER BY groep_id)
            FROM unnest(@pseudoniemen, @groepIds) AS lid (pseudoniem, groep_id)
            GROUP BY pseudoniem
            ON CONFLICT (pseudoniem) DO UPDATE SET groep_ids = leden.groep_ids || excluded.groep_ids
            """,
            new { pseudoniemen = pairs.Select(pair => pair.lid).ToArray(), groepIds = pairs.Select(pair => pair.id).ToArray() },
            cancellationToken: cancellationToken));
        return distinct.Zip(ids).ToDictionary(pair => pair.First, pair => pair.Second, SamePeople.Instance);
    }

    private sealed record SetRow
    {
        public required string Vragenlijst { get; init; }

        public required int Versie { get; init; }

        public required string Dimensie { get; init; }

        public required int Maanden { get; init; }

        public required int GroepId { get; init; }

        public required bool Volledig { get; init; }
    }

    // Lists in the same order, because they come from one list of people.
    private sealed class SamePeople : IEqualityComparer<IReadOnlyList<Guid>>
    {
        public static readonly SamePeople Instance = new();

        public bool Equals(IReadOnlyList<Guid>? x, IReadOnlyList<Guid>? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode(IReadOnlyList<Guid> obj)
        {
            var hash = default(HashCode);
            foreach (var id in obj)
                hash.Add(id);
            return hash.ToHashCode();
        }
    }
}
