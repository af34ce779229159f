using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>What a code for a programme shows before it is used.</summary>
internal sealed class Programmauitnodiging : IUitnodigingsinhoud
{
    public string Soort => Uitnodigingsoort.Programma;

    public async Task<UitnodigingAnswer?> ReadAsync(NpgsqlConnection connection, Guid doelId, DateOnly today, CancellationToken cancellationToken)
    {
        var programma = await ProgrammaStore.FindAsync(connection, doelId, isLocked: false, cancellationToken);
        if (programma?.StatusValue is not (ProgrammaStatus.Overeengekomen or ProgrammaStatus.Lopend))
            return null;
        var bedrijf = await BedrijfStore.FindAnyAsync(connection, programma.BedrijfId, isLocked: false, cancellationToken);
        var inhoud = await InhoudStore.FindAsync(connection, doelId, programma.GeldendeVersie!.Value, cancellationToken);
        return new()
        {
            Soort = UitnodigingSoort.Programma,
            Bedrijf = bedrijf!.Naam,
            Programma = new(
                doelId,
                [
                    $"{programma.Naam}: {Dutch.Date(programma.BeginDatum)} tot en met {Dutch.Date(programma.EindDatum)}.",
                    .. inhoud!.Modules.Select(module => $"{module.Titel} ({Words.Of(module.Onderwerp).Replace('-', ' ')}), {Times(module.Sessies.Count)}."),
                    "Meedoen mag, het hoeft niet. Uw werkgever ziet niet wie meedoet.",
                ]),
        };
    }

    private static string Times(int count) => count == 1 ? "een keer" : $"{count} keer";
}
