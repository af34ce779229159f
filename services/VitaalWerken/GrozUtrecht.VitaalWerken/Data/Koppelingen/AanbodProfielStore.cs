using Dapper;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>Reads suppliers and their offers as proposals see them; the deciding is done in the domain.</summary>
internal static class AanbodProfielStore
{
    private const string Leveranciers =
        """
        SELECT l.id, l.partner_id, l.naam, l.soort, l.status, l.postcode,
          (SELECT max(k.aangemaakt_op) FROM koppelingen k WHERE k.leverancier_id = l.id) AS laatst_voorgesteld_op,
          ARRAY(
            SELECT gemaakt.op FROM koppelingen k CROSS JOIN LATERAL (SELECT greatest(k.akkoord_bedrijf_op, k.akkoord_leverancier_op) AS op) gemaakt
            WHERE k.leverancier_id = l.id AND k.status = 'gemaakt' ORDER BY gemaakt.op
          ) AS gemaakt_op
        FROM leveranciers l
        """;

    private const string Aanbod =
        """
        SELECT a.id, a.leverancier_id, a.status, a.titel, a.onderwerp, a.vorm, a.duur_minuten, a.groep_minimum, a.groep_maximum, a.prijssoort, a.prijs_centen,
          a.tegenprestatie, a.gebieden, a.beschikbaar, a.beschikbaar_vanaf, a.beschikbaar_tot_en_met, a.leerplek,
          ARRAY(
            SELECT k.bedrijf_id FROM koppelingen k
            WHERE k.leverancier_id = a.leverancier_id AND k.aanbod_id = a.id AND k.status IN ('voorgesteld', 'gemaakt') ORDER BY k.bedrijf_id
          ) AS gekoppeld_met
        FROM aanbod a
        """;

    /// <summary>The offers of these suppliers; nothing of a supplier that is gone.</summary>
    public static Task<IReadOnlyList<AanbodProfiel>> ReadAsync(NpgsqlConnection connection, Guid[] leverancierIds, CancellationToken cancellationToken) =>
        ReadAsync(
            connection,
            $"{Leveranciers} WHERE l.id = ANY (@leverancierIds); {Aanbod} WHERE a.leverancier_id = ANY (@leverancierIds) ORDER BY a.id",
            new { leverancierIds },
            cancellationToken);

    /// <summary>All offers, from the tables. <see cref="AanbodIndex"/> answers the same question from memory.</summary>
    public static Task<IReadOnlyList<AanbodProfiel>> AllAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection, $"{Leveranciers}; {Aanbod} ORDER BY a.id", null, cancellationToken);

    private static async Task<IReadOnlyList<AanbodProfiel>> ReadAsync(
        NpgsqlConnection connection, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        var byId = (await answers.ReadAsync<LeverancierProfielRow>()).ToDictionary(row => row.Id, row => row.ToDomain());
        // A supplier that came in between the two statements is read by the next question, which finds it changed.
        return [.. (await answers.ReadAsync<AanbodProfielRow>()).Where(row => byId.ContainsKey(row.LeverancierId)).Select(row => row.ToDomain(byId[row.LeverancierId]))];
    }
}
