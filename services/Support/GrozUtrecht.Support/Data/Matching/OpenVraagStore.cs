using Dapper;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>An open hulpvraag with what matching sees of it, and how many helpers each of its beurten still needs.</summary>
internal sealed record OpenVraag(HulpvraagRow Row, Vraagbeeld Beeld, IReadOnlyList<int> VrijePlekken);

/// <summary>Reads the open hulpvragen of a partner in four queries, however many there are.</summary>
internal static class OpenVraagStore
{
    private const string Hulpvragen =
        $"""
        SELECT {HulpvraagRow.Columns} FROM hulpvragen
        WHERE partner_id = @partnerId AND status = 'open' AND (@postcodes::text[] IS NULL OR postcode = ANY (@postcodes))
          AND (@categorieen::text[] IS NULL OR categorie = ANY (@categorieen))
        ORDER BY id
        LIMIT @limit
        """;

    // A beurt for which enough helpers are thinking about it needs nobody else for now.
    private const string Beurten =
        $"""
        SELECT hulpvraag_id, id, volgnummer, duur_minuten, plekken, vensters_van, vensters_tot, vrij
        FROM (
          SELECT b.*, row_number() OVER (PARTITION BY b.hulpvraag_id ORDER BY b.volgnummer) AS rank, b.plekken - bezet.aantal AS vrij
          FROM beurten b JOIN hulpvragen v ON v.id = b.hulpvraag_id
          CROSS JOIN LATERAL (
            SELECT (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan')::integer
              + (SELECT count(*) FROM voorstel_beurten p JOIN voorstellen s ON s.id = p.voorstel_id WHERE p.beurt_id = b.id AND s.status = 'voorgesteld')::integer
              AS aantal
          ) bezet
          WHERE b.hulpvraag_id = ANY (@ids) AND b.plekken > bezet.aantal AND {BeurtStore.IsOpen}
        ) open
        WHERE rank <= @perHulpvraag
        ORDER BY hulpvraag_id, volgnummer
        """;

    private const string Asked = "SELECT hulpvraag_id, helper_id FROM voorstellen WHERE hulpvraag_id = ANY (@ids) AND status <> 'vervallen'";

    private const string Helped =
        """
        SELECT DISTINCT v.persoon_id, a.helper_id FROM afspraken a JOIN hulpvragen v ON v.id = a.hulpvraag_id
        WHERE v.partner_id = @partnerId AND a.status = 'uitgevoerd' AND v.persoon_id = ANY (@personen)
        """;

    /// <summary>At most so many open hulpvragen in order of their id, without those for which enough helpers were asked already.</summary>
    public static async Task<IReadOnlyList<OpenVraag>> ListAsync(
        NpgsqlConnection connection,
        Guid partnerId,
        string[]? postcodes,
        string[]? categorieen,
        int limit,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<HulpvraagRow>(new CommandDefinition(
            Hulpvragen, new { partnerId, postcodes, categorieen, limit }, cancellationToken: cancellationToken))).AsList();
        var (ids, personen) = (rows.Select(row => row.Id).ToArray(), rows.Select(row => row.PersoonId!.Value).Distinct().ToArray());
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"{Beurten}; {Asked}; {Helped}",
            new { partnerId, ids, personen, perHulpvraag = Vraagbeeld.MaximumWeighed, now },
            cancellationToken: cancellationToken));
        var beurten = (await answers.ReadAsync<OpenBeurtRow>()).ToLookup(beurt => beurt.HulpvraagId);
        var asked = (await answers.ReadAsync<(Guid HulpvraagId, Guid HelperId)>()).ToLookup(pair => pair.HulpvraagId, pair => pair.HelperId);
        var helped = (await answers.ReadAsync<(Guid PersoonId, Guid HelperId)>()).ToLookup(pair => pair.PersoonId, pair => pair.HelperId);
        return
        [
            .. rows.Where(row => beurten.Contains(row.Id)).Select(row => new OpenVraag(
                row,
                VraagbeeldStore.Of(row, beurten[row.Id].Select(beurt => beurt.ToDomain()), asked[row.Id].ToHashSet(), helped[row.PersoonId!.Value].ToHashSet()),
                [.. beurten[row.Id].Select(beurt => beurt.Vrij)])),
        ];
    }

    private sealed record OpenBeurtRow
    {
        public required Guid HulpvraagId { get; init; }

        public required Guid Id { get; init; }

        public required int Volgnummer { get; init; }

        public required int DuurMinuten { get; init; }

        public required int Plekken { get; init; }

        public required DateTime[] VenstersVan { get; init; }

        public required DateTime[] VenstersTot { get; init; }

        public required int Vrij { get; init; }

        public Beurt ToDomain() => BeurtRow.ToDomain(Id, Volgnummer, DuurMinuten, Plekken, VenstersVan, VenstersTot);
    }
}
