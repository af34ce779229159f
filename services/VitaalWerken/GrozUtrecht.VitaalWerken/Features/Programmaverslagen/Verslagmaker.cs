using System.Text.Json;
using System.Text.Json.Serialization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>Makes the report of a programme once, and says so in the same transaction.</summary>
internal sealed class Verslagmaker(UnitOfWork work)
{
    /// <summary>How a report is kept.</summary>
    public static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static ProgrammaverslagAnswer Read(string verslag) => JsonSerializer.Deserialize<ProgrammaverslagAnswer>(verslag, Kept)!;

    /// <summary>Makes the report that has waited longest; false when none is due.</summary>
    public async Task<bool> MakeDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await VerslagStore.LockDueAsync(connection, NederlandseTijd.DayOf(now), cancellationToken) is not { } id)
            return false;
        var row = (await ProgrammaStore.FindAsync(connection, id, isLocked: false, cancellationToken))!;
        var verslag = await MakeAsync(connection, row, now, cancellationToken);
        await VerslagStore.FixAsync(connection, id, JsonSerializer.Serialize(verslag, Kept), now, cancellationToken);
        work.Publish(new ProgrammaCompleted
        {
            ProgrammaId = id,
            Version = row.Version,
            BedrijfId = row.BedrijfId,
            Gebied = row.Gebied,
            AantalModules = verslag.Bereik.Modules.Count,
            AantalSessies = verslag.Bereik.Modules.Sum(module => module.Sessies),
            Ingeschreven = verslag.Bereik.Ingeschreven,
            Deelgenomen = verslag.Bereik.Deelgenomen,
            OpgetredenOp = now,
        });
        return true;
    }

    /// <summary>Everything that is told, from sums that the database made.</summary>
    public static async Task<ProgrammaverslagAnswer> MakeAsync(
        NpgsqlConnection connection, ProgrammaRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var versie = row.GeldendeVersie!.Value;
        var inhoud = (await InhoudStore.FindAsync(connection, row.Id, versie, cancellationToken))!;
        var polsen = await VerslagbronStore.PolsenAsync(connection, row.Id, cancellationToken);
        var ervaring = await VerslagbronStore.ErvaringenAsync(connection, row.Id, cancellationToken);
        var bijdragen = await VerslagbronStore.BijdragenAsync(connection, row.Id, cancellationToken);
        var cijfer = Ervaringscijfer.Of(
            ervaring.Aantal, ervaring.Som is { } som ? new(som, ervaring.Laagste!.Value, ervaring.Hoogste!.Value) : null, ervaring.Aanraden);
        return new()
        {
            ProgrammaId = row.Id,
            Naam = row.Naam,
            Gebied = row.Gebied,
            BeginDatum = row.BeginDatum,
            EindDatum = row.EindDatum,
            Versie = versie,
            GemaaktDatum = NederlandseTijd.DayOf(now),
            Bereik = BereikOf(inhoud, await VerslagbronStore.PatronenAsync(connection, row.Id, versie, cancellationToken)),
            // A subject of an earlier version that is in no module any more is not asked at the end, so it has no change.
            Veranderingen = [.. from onderwerp in inhoud.Modules.Select(module => module.Onderwerp).Distinct().Order()
                                let told = polsen.GetValueOrDefault(Words.Of(onderwerp))
                                select new VeranderingAnswer(onderwerp, told?.Aantal, told?.Start, told?.Midden, told?.Einde, told?.Verandering)],
            Ervaring = new(cijfer.Aantal, cijfer.Gemiddelde, cijfer.AanradenProcent),
            Kosten = new(
                inhoud.Modules.Sum(module => module.KostenCenten),
                [.. inhoud.Modules.Select(module => module.InNatura).OfType<string>()]),
            Bijdragen = new(bijdragen.EuroCenten, bijdragen.DuurMinuten, bijdragen.Producten, bijdragen.Dagdelen),
        };
    }

    private static BereikAnswer BereikOf(Versieinhoud inhoud, IReadOnlyList<Patroon> patronen)
    {
        var bereik = Bereik.Of(patronen, [.. inhoud.Modules.Select(module => module.Nummer)]);
        return new(
            Count(bereik.ToontIngeschreven, _ => true),
            Count(bereik.ToontDeelgenomen, patroon => patroon.WasErbij),
            [.. inhoud.Modules.Select(module => new ModulebereikAnswer(
                module.Nummer, module.Titel, module.Onderwerp, module.Sessies.Count,
                Count(bereik.Modules.Contains(module.Nummer), patroon => patroon.Modules.Contains(module.Nummer))))]);

        int? Count(bool isTold, Func<Patroon, bool> set) => isTold ? Drempels.InFives(patronen.Where(set).Sum(patroon => patroon.Aantal)) : null;
    }
}
