using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Reads a hulpvraag as matching sees it.</summary>
internal static class VraagbeeldStore
{
    private const string OpenBeurten =
        $"""
        SELECT b.id, b.volgnummer, b.duur_minuten, b.plekken, b.vensters_van, b.vensters_tot
        FROM beurten b JOIN hulpvragen v ON v.id = b.hulpvraag_id
        WHERE b.hulpvraag_id = @hulpvraagId AND {BeurtStore.IsOpen}
        ORDER BY b.volgnummer
        LIMIT @limit
        """;

    private const string Asked = "SELECT helper_id FROM voorstellen WHERE hulpvraag_id = @hulpvraagId AND status <> 'vervallen'";

    private const string Helped =
        """
        SELECT DISTINCT a.helper_id FROM afspraken a JOIN hulpvragen v ON v.id = a.hulpvraag_id
        WHERE v.partner_id = @partnerId AND v.persoon_id = @persoonId AND a.status = 'uitgevoerd'
        """;

    /// <summary>The hulpvraag with its open beurten, at most so many; null when none is open.</summary>
    public static async Task<Vraagbeeld?> FindAsync(
        NpgsqlConnection connection, HulpvraagRow hulpvraag, int maximumBeurten, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"{OpenBeurten}; {Asked}; {Helped}",
            new { hulpvraagId = hulpvraag.Id, hulpvraag.PartnerId, hulpvraag.PersoonId, limit = maximumBeurten, now },
            cancellationToken: cancellationToken));
        var beurten = (await answers.ReadAsync<BeurtRow>()).Select(row => row.ToDomain()).ToList();
        var asked = (await answers.ReadAsync<Guid>()).ToHashSet();
        var helped = (await answers.ReadAsync<Guid>()).ToHashSet();
        return beurten.Count == 0 ? null : Of(hulpvraag, beurten, asked, helped);
    }

    public static Vraagbeeld Of(HulpvraagRow hulpvraag, IEnumerable<Beurt> beurten, IReadOnlySet<Guid> asked, IReadOnlySet<Guid> helped)
    {
        var plaats = Plaatsen.Of(hulpvraag.Postcode);
        var categorie = Words<Categorie>.Read(hulpvraag.Categorie);
        return new()
        {
            HulpvraagId = hulpvraag.Id,
            HulpvragerId = hulpvraag.PersoonId ?? throw new InvalidOperationException("An open hulpvraag has a person."),
            Urgentie = Words<Urgentie>.Read(hulpvraag.Urgentie),
            Categorie = categorie,
            Plaats = plaats,
            VereisteTaal = hulpvraag.VereisteTaal,
            VereisteVaardigheden = Bits.Of(hulpvraag.VereisteVaardigheden.Select(Words<Vaardigheid>.Read)),
            VogVereist = hulpvraag.VogVereist,
            AutoVereist = hulpvraag.AutoVereist,
            Talen = hulpvraag.Talen,
            GewensteVaardigheden = Bits.Of(hulpvraag.GewensteVaardigheden.Select(Words<Vaardigheid>.Read)),
            Omstandigheden = Bits.Of(hulpvraag.Omstandigheden.Select(Words<Omstandigheid>.Read)),
            Bezoeken = [.. beurten.Select(beurt => Bezoek.Of(beurt, categorie, plaats))],
            AlreadyAsked = asked,
            HelpedBefore = helped,
        };
    }
}
