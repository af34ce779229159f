using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>What a code of a scan invites to: its questions.</summary>
internal sealed class Scaninhoud : IUitnodigingsinhoud
{
    public string Soort => Uitnodigingsoort.Medewerkersscan;

    public async Task<UitnodigingAnswer?> ReadAsync(NpgsqlConnection connection, Guid doelId, DateOnly today, CancellationToken cancellationToken)
    {
        if (await ScanStore.FindAsync(connection, doelId, cancellationToken) is not { IsOpen: true } row
            || await BedrijfStore.FindAnyAsync(connection, row.BedrijfId, isLocked: false, cancellationToken) is not { } bedrijf)
        {
            return null;
        }

        return new()
        {
            Soort = UitnodigingSoort.Medewerkersscan,
            Bedrijf = bedrijf.Naam,
            Medewerkersscan = new(
                row.SluitDatum,
                row.Groepen,
                [.. Enum.GetValues<Onderwerp>().Select(onderwerp => new ScanvraagAnswer(onderwerp, Scanvragen.Of(onderwerp)))]),
        };
    }
}
