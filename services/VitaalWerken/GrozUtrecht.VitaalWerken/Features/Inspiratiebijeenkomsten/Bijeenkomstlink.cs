using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>What an employee sees who opens the link of a meeting.</summary>
internal static class Bijeenkomstlink
{
    /// <summary>The invitation; null when this is no link of a meeting, or too late.</summary>
    public static async Task<UitnodigingAnswer?> ReadAsync(NpgsqlConnection connection, string code, DateOnly today, CancellationToken cancellationToken)
    {
        if (await InspiratieStore.OfLinkAsync(connection, Geheimecode.Hash(code), isLocked: false, cancellationToken) is not { } row
            || Belangstelling.LastDay(row.EindigtOp) < today
            || await BedrijfStore.FindAnyAsync(connection, row.BedrijfId, isLocked: false, cancellationToken) is not { } bedrijf)
        {
            return null;
        }

        var onderdelen = await InspiratieStore.OnderdelenAsync(connection, row.Id, cancellationToken);
        return new()
        {
            Soort = UitnodigingSoort.Inspiratiebijeenkomst,
            Bedrijf = bedrijf.Naam,
            Inspiratiebijeenkomst = new(
                row.Plek,
                row.BegintOp,
                row.EindigtOp,
                [.. onderdelen.Select(onderdeel => new UitnodigingOnderdeel(onderdeel.Titel, onderdeel.Leverancier, onderdeel.BegintOp, onderdeel.EindigtOp))],
                Belangstelling.LastDay(row.EindigtOp)),
        };
    }
}
