using System.Data;
using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>What a stranger asks of the published entries; what is null does not narrow it.</summary>
internal sealed record Publicatievraag
{
    public string? Zoek { get; init; }

    public Guid? CategorieId { get; init; }

    public Guid? OrganisatieId { get; init; }

    public DateTimeOffset? ModifiedAfter { get; init; }

    public string[]? NearPostcodes { get; init; }

    public required int Skip { get; init; }

    public required int Count { get; init; }
}

/// <summary>Published voorzieningen with everything that their entries name, as one snapshot.</summary>
internal sealed record Publicatie(
    int Total,
    IReadOnlyList<VoorzieningRow> Voorzieningen,
    IReadOnlyDictionary<Guid, OrganisatieRow> Organisaties,
    IReadOnlyDictionary<Guid, LocatieRow> Locaties,
    IReadOnlyDictionary<string, KaartcategorieRow> Categorieen);

/// <summary>Reads what is published, for everybody. No partner is asked for, so nothing else may ever pass here.</summary>
internal static class KaartPublicatie
{
    private const int MaximumLocatiesPerOrganisatie = 200;

    public static async Task<Publicatie> SearchAsync(NpgsqlDataSource database, Publicatievraag vraag, CancellationToken cancellationToken)
    {
        var from = $"FROM voorzieningen v WHERE {string.Join(" AND ", Conditions(vraag))}";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"SELECT count(*)::int {from}", vraag, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<VoorzieningRow>(new CommandDefinition(
            $"SELECT {VoorzieningRow.Columns} {from} ORDER BY v.gepubliceerd_op, v.id OFFSET @Skip LIMIT @Count",
            vraag,
            cancellationToken: cancellationToken));
        return await CompleteAsync(connection, total, [.. rows], cancellationToken);
    }

    /// <summary>One voorziening, or none; gone is one that was published once.</summary>
    public static async Task<(Publicatie? Found, bool Gone)> FindAsync(NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<VoorzieningRow>(new CommandDefinition(
            $"SELECT {VoorzieningRow.Columns} FROM voorzieningen v WHERE v.id = @id AND v.gepubliceerd_op IS NOT NULL",
            new { id },
            cancellationToken: cancellationToken));
        return row switch
        {
            null => (null, false),
            { Status: "gepubliceerd" } => (await CompleteAsync(connection, 1, [row], cancellationToken), false),
            _ => (null, true),
        };
    }

    public static async Task<(int Total, IReadOnlyList<OrganisatieRow> Rows)> SearchOrganisatiesAsync(
        NpgsqlDataSource database, string? zoek, int skip, int count, CancellationToken cancellationToken)
    {
        const string From =
            """
            FROM organisaties o
            WHERE o.status = 'gepubliceerd'
              AND (@zoek::text IS NULL OR to_tsvector('dutch', zoektekst(o.naam || ' ' || o.omschrijving))
                || to_tsvector('simple', zoektekst(o.naam || ' ' || o.omschrijving)) @@ zoekvraag(@zoek))
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"SELECT count(*)::int {From}", new { zoek }, cancellationToken: cancellationToken));
        var rows = await connection.QueryAsync<OrganisatieRow>(new CommandDefinition(
            $"SELECT {OrganisatieRow.Columns} {From} ORDER BY o.gepubliceerd_op, o.id OFFSET @skip LIMIT @count",
            new { zoek, skip, count },
            cancellationToken: cancellationToken));
        return (total, [.. rows]);
    }

    public static async Task<(OrganisatieRow? Found, bool Gone, IReadOnlyList<LocatieRow> Locaties)> FindOrganisatieAsync(
        NpgsqlDataSource database, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<OrganisatieRow>(new CommandDefinition(
            $"SELECT {OrganisatieRow.Columns} FROM organisaties o WHERE o.id = @id AND o.gepubliceerd_op IS NOT NULL",
            new { id },
            cancellationToken: cancellationToken));
        if (row is not { Status: "gepubliceerd" })
            return (null, row is not null, []);

        var locaties = await connection.QueryAsync<LocatieRow>(new CommandDefinition(
            $"SELECT {LocatieRow.Columns} FROM locaties l WHERE l.organisatie_id = @id AND l.status = 'gepubliceerd' ORDER BY l.id LIMIT @Limit",
            new { id, Limit = MaximumLocatiesPerOrganisatie },
            cancellationToken: cancellationToken));
        return (row, false, [.. locaties]);
    }

    private static async Task<Publicatie> CompleteAsync(
        NpgsqlConnection connection, int total, IReadOnlyList<VoorzieningRow> rows, CancellationToken cancellationToken)
    {
        var organisaties = await connection.QueryAsync<OrganisatieRow>(new CommandDefinition(
            $"SELECT {OrganisatieRow.Columns} FROM organisaties o WHERE o.id = ANY (@ids)",
            new { ids = rows.Select(row => row.OrganisatieId).Distinct().ToArray() },
            cancellationToken: cancellationToken));
        var locaties = await connection.QueryAsync<LocatieRow>(new CommandDefinition(
            $"SELECT {LocatieRow.Columns} FROM locaties l WHERE l.id = ANY (@ids)",
            new { ids = rows.SelectMany(row => row.LocatieIds).Distinct().ToArray() },
            cancellationToken: cancellationToken));
        var categorieen = await KaartcategorieStore.ListAsync(connection, cancellationToken);
        return new(
            total,
            rows,
            organisaties.ToDictionary(row => row.Id),
            locaties.ToDictionary(row => row.Id),
            categorieen.ToDictionary(row => row.Code, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Conditions(Publicatievraag vraag)
    {
        yield return "v.status = 'gepubliceerd'";
        if (vraag.Zoek is not null)
            yield return "v.zoek @@ zoekvraag(@Zoek)";
        if (vraag.OrganisatieId is not null)
            yield return "v.organisatie_id = @OrganisatieId";
        if (vraag.ModifiedAfter is not null)
            yield return "v.gewijzigd_op >= @ModifiedAfter";
        if (vraag.CategorieId is not null)
            yield return
                """
                EXISTS (
                  SELECT FROM voorziening_categorieen k JOIN kaartcategorieen c ON c.code = k.categorie
                  LEFT JOIN kaartcategorieen p ON p.code = c.bovenliggend
                  WHERE k.voorziening_id = v.id AND @CategorieId IN (c.id, p.id))
                """;
        if (vraag.NearPostcodes is not null)
            yield return
                """
                EXISTS (
                  SELECT FROM voorziening_locaties p JOIN locaties l ON l.id = p.locatie_id
                  WHERE p.voorziening_id = v.id AND l.postcode = ANY (@NearPostcodes))
                """;
    }
}
