using Dapper;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Groepscijfers;

/// <summary>Reads whom figures may be made of: under a pseudonym, with consent, and not forgotten before.</summary>
internal static class GroepslidStore
{
    // Of somebody with more arrangements the first that was measured counts, for ever: one person is one score.
    private const string Source =
        """
        FROM metingen.voor_groepen
        JOIN (
          SELECT DISTINCT ON (pseudoniem) pseudoniem, arrangement_id FROM metingen.voor_groepen
          WHERE maanden = 0 AND ingediend_datum <= @lastDay
          ORDER BY pseudoniem, ingediend_datum, arrangement_id) eerste USING (pseudoniem, arrangement_id)
        WHERE ingediend_datum <= @lastDay
          AND NOT EXISTS (SELECT FROM groepscijfers.leden WHERE leden.pseudoniem = voor_groepen.pseudoniem AND vergeten)
        """;

    /// <summary>Holds off whoever withdraws or is erased until the end of this transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "LOCK TABLE metingen.toestemmingen, metingen.metingen IN SHARE MODE", cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Groepslid>> ListAsync(NpgsqlConnection connection, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var people = await connection.QueryAsync<PersonRow>(new CommandDefinition(
            $"SELECT DISTINCT pseudoniem, gebied, doelgroep, activiteit_ids {Source} ORDER BY pseudoniem", new { lastDay }, cancellationToken: cancellationToken));
        var scores = (await connection.QueryAsync<ScoreRow>(new CommandDefinition(
            $"SELECT pseudoniem, vragenlijst, vragenlijst_versie AS versie, dimensie, maanden, score {Source}", new { lastDay }, cancellationToken: cancellationToken)))
            .ToLookup(row => row.Pseudoniem);
        return [.. people.Select(row => new Groepslid(
            row.Pseudoniem, row.Gebied, row.Doelgroep, row.ActiviteitIds, [.. scores[row.Pseudoniem].Select(score => score.ToDomain())]))];
    }

    private sealed record PersonRow
    {
        public required Guid Pseudoniem { get; init; }

        public required string Gebied { get; init; }

        public required string Doelgroep { get; init; }

        public required Guid[] ActiviteitIds { get; init; }
    }

    private sealed record ScoreRow
    {
        public required Guid Pseudoniem { get; init; }

        public required string Vragenlijst { get; init; }

        public required int Versie { get; init; }

        public required string Dimensie { get; init; }

        public required int Maanden { get; init; }

        public required decimal Score { get; init; }

        public Groepsscore ToDomain() => new(new(Vragenlijst, Versie, Dimensie), Maanden, Score);
    }
}
