using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>SQL on <c>modules</c> and <c>programmasessies</c>: what a version consists of.</summary>
internal static class InhoudStore
{
    /// <summary>The contents of a version, modules by number and sessions by time; null when there is no such version.</summary>
    public static async Task<Versieinhoud?> FindAsync(NpgsqlConnection connection, Guid programmaId, int versie, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT begin_datum, eind_datum FROM programmaversies WHERE programma_id = @programmaId AND versie = @versie;
            SELECT nummer, koppeling_id, aanbod_id, leverancier_id, onderwerp, titel, groep_minimum, groep_maximum, prijs_centen, in_natura,
                   arboplicht, op_de_werkplek, eigen_bijdrage, vrijstelling_toelichting
            FROM modules
            WHERE programma_id = @programmaId AND versie = @versie
            ORDER BY nummer;
            SELECT module_nummer, sessie_sleutel, begint_op, eindigt_op, locatie, capaciteit
            FROM programmasessies
            WHERE programma_id = @programmaId AND versie = @versie
            ORDER BY begint_op, sessie_sleutel;
            """,
            new { programmaId, versie },
            cancellationToken: cancellationToken));
        var period = await results.ReadSingleOrDefaultAsync<Period>();
        var modules = (await results.ReadAsync<ModuleRow>()).AsList();
        var sessies = (await results.ReadAsync<SessieRow>()).ToLookup(row => row.ModuleNummer, row => row.Sessie);
        return period is null ? null : new(period.BeginDatum, period.EindDatum, [.. modules.Select(row => row.With([.. sessies[row.Nummer]]))]);
    }

    /// <summary>Replaces the contents of a version that is a concept; the database refuses any other.</summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, Guid programmaId, int versie, Versieinhoud inhoud, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE programmaversies SET begin_datum = @BeginDatum, eind_datum = @EindDatum WHERE programma_id = @programmaId AND versie = @versie;
            DELETE FROM programmasessies WHERE programma_id = @programmaId AND versie = @versie;
            DELETE FROM modules WHERE programma_id = @programmaId AND versie = @versie;
            """,
            new { programmaId, versie, inhoud.BeginDatum, inhoud.EindDatum },
            cancellationToken: cancellationToken));
        foreach (var module in inhoud.Modules)
            await InsertAsync(connection, programmaId, versie, module, now, cancellationToken);
    }

    private static Task InsertAsync(
        NpgsqlConnection connection, Guid programmaId, int versie, Versiemodule module, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO modules (id, programma_id, versie, nummer, koppeling_id, aanbod_id, leverancier_id, onderwerp, titel, groep_minimum, groep_maximum,
                                 prijs_centen, in_natura, arboplicht, op_de_werkplek, eigen_bijdrage, vrijstelling_toelichting)
            VALUES (@id, @programmaId, @versie, @Nummer, @KoppelingId, @AanbodId, @LeverancierId, @onderwerp, @Titel, @GroepMinimum, @GroepMaximum,
                    @PrijsCenten, @InNatura, @arboplicht, @opDeWerkplek, @eigenBijdrage, @toelichting);
            INSERT INTO programmasessies (id, programma_id, versie, module_nummer, sessie_sleutel, begint_op, eindigt_op, locatie, capaciteit)
            SELECT id, @programmaId, @versie, @Nummer, sleutel, begint_op, eindigt_op, locatie, capaciteit
            FROM unnest(@ids, @sleutels, @begin, @einde, @locaties, @capaciteiten) AS sessie (id, sleutel, begint_op, eindigt_op, locatie, capaciteit);
            """,
            new
            {
                id = Guid.CreateVersion7(now),
                programmaId,
                versie,
                module.Nummer,
                module.KoppelingId,
                module.AanbodId,
                module.LeverancierId,
                onderwerp = Words.Of(module.Onderwerp),
                module.Titel,
                module.GroepMinimum,
                module.GroepMaximum,
                module.PrijsCenten,
                module.InNatura,
                arboplicht = module.Vrijstelling is { } note ? Words.Of(note.Arboplicht) : null,
                opDeWerkplek = module.Vrijstelling is { } place ? Words.Of(place.OpDeWerkplek) : null,
                eigenBijdrage = module.Vrijstelling is { } cost ? Words.Of(cost.EigenBijdrage) : null,
                toelichting = module.Vrijstelling?.Toelichting,
                ids = module.Sessies.Select(_ => Guid.CreateVersion7(now)).ToArray(),
                sleutels = module.Sessies.Select(sessie => sessie.Sleutel).ToArray(),
                begin = module.Sessies.Select(sessie => sessie.BegintOp.UtcDateTime).ToArray(),
                einde = module.Sessies.Select(sessie => sessie.EindigtOp.UtcDateTime).ToArray(),
                locaties = module.Sessies.Select(sessie => sessie.Locatie).ToArray(),
                capaciteiten = module.Sessies.Select(sessie => sessie.Capaciteit).ToArray(),
            },
            cancellationToken: cancellationToken));

    private sealed record Period
    {
        public required DateOnly BeginDatum { get; init; }

        public required DateOnly EindDatum { get; init; }
    }

    private sealed record ModuleRow
    {
        public required int Nummer { get; init; }

        public required Guid KoppelingId { get; init; }

        public required Guid AanbodId { get; init; }

        public required Guid LeverancierId { get; init; }

        public required string Onderwerp { get; init; }

        public required string Titel { get; init; }

        public required int GroepMinimum { get; init; }

        public required int GroepMaximum { get; init; }

        public long? PrijsCenten { get; init; }

        public string? InNatura { get; init; }

        public string? Arboplicht { get; init; }

        public string? OpDeWerkplek { get; init; }

        public string? EigenBijdrage { get; init; }

        public string? VrijstellingToelichting { get; init; }

        public Versiemodule With(IReadOnlyList<Versiesessie> sessies) => new()
        {
            Nummer = Nummer,
            KoppelingId = KoppelingId,
            AanbodId = AanbodId,
            LeverancierId = LeverancierId,
            Onderwerp = Words.Read<Onderwerp>(Onderwerp),
            Titel = Titel,
            GroepMinimum = GroepMinimum,
            GroepMaximum = GroepMaximum,
            PrijsCenten = PrijsCenten,
            InNatura = InNatura,
            Vrijstelling = Arboplicht is null
                ? null
                : new(Words.Read<Arboplicht>(Arboplicht), Words.Read<OpDeWerkplek>(OpDeWerkplek!), Words.Read<EigenBijdrage>(EigenBijdrage!), VrijstellingToelichting),
            Sessies = sessies,
        };
    }

    private sealed record SessieRow
    {
        public required int ModuleNummer { get; init; }

        public required Guid SessieSleutel { get; init; }

        public required DateTimeOffset BegintOp { get; init; }

        public required DateTimeOffset EindigtOp { get; init; }

        public required string Locatie { get; init; }

        public required int Capaciteit { get; init; }

        public Versiesessie Sessie => new(SessieSleutel, BegintOp, EindigtOp, Locatie, Capaciteit);
    }
}
