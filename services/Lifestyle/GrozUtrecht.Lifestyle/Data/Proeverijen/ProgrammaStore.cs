using Dapper;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>One tasting of a programme with its names.</summary>
internal sealed record ProefRow
{
    public required int Ronde { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required int DuurMinuten { get; init; }

    public required Guid RuimteId { get; init; }

    public required string Ruimte { get; init; }

    public required Guid ToezeggingId { get; init; }

    public required Guid AanbiederId { get; init; }

    public required string Aanbieder { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Activiteit { get; init; }

    public required string[] Dimensies { get; init; }

    public required int Capaciteit { get; init; }

    public int? Bezet { get; init; }

    public Guid? SessieId { get; init; }

    public DateTimeOffset EindigtOp => BegintOp.AddMinutes(DuurMinuten);
}

/// <summary>SQL on <c>proeven</c>, the programme of a proeverij.</summary>
internal static class ProgrammaStore
{
    /// <summary>Everything that a programme is composed of.</summary>
    public static async Task<Programmavraag> AskAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken)
    {
        var rondes = await IndelingStore.RondesAsync(connection, proeverijId, cancellationToken);
        var ruimtes = await IndelingStore.RuimtesAsync(connection, proeverijId, cancellationToken);
        var toezeggingen = await UitnodigingStore.ToezeggingenAsync(connection, proeverijId, null, cancellationToken);
        var uitnodigingen = await UitnodigingStore.PromisedAsync(connection, proeverijId, cancellationToken);
        return new(
            [.. rondes.Select(row => new Ronde(row.Nummer, (int)(row.EindigtOp - row.BegintOp).TotalMinutes))],
            [.. ruimtes.Select(row => new Ruimte(row.Id, row.Naam, row.Capaciteit, row.Rolstoeltoegankelijk, Words.Read<Ruimtesoort>(row.Soort)))],
            [.. toezeggingen.Select(Read)],
            [.. uitnodigingen.Select(row => new Komst(row.AanbiederId, row.NietInRondes, row.Aansluitend))]);
    }

    public static async Task<IReadOnlyList<Proef>> PlacesAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Proef>(new CommandDefinition(
            "SELECT ronde, ruimte_id, toezegging_id FROM proeven WHERE proeverij_id = @proeverijId ORDER BY ronde, ruimte_id",
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Puts this programme in the place of the one before, of a proeverij that is locked.</summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, Guid proeverijId, IReadOnlyList<Proef> proeven, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM proeven WHERE proeverij_id = @proeverijId", new { proeverijId }, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO proeven (proeverij_id, ronde, ruimte_id, toezegging_id, aanbieder_id)
            SELECT @proeverijId, ronde, ruimte_id, toezegging_id, aanbieder_id
            FROM unnest(@rondes, @ruimtes, @toezeggingen) AS placed (ronde, ruimte_id, toezegging_id)
            JOIN proeverij_toezeggingen ON id = toezegging_id
            """,
            new
            {
                proeverijId,
                rondes = proeven.Select(proef => proef.Ronde).ToArray(),
                ruimtes = proeven.Select(proef => proef.RuimteId).ToArray(),
                toezeggingen = proeven.Select(proef => proef.ToezeggingId).ToArray(),
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>The programme as people read it, in order of time.</summary>
    public static async Task<IReadOnlyList<ProefRow>> ReadAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ProefRow>(new CommandDefinition(
            """
            SELECT p.ronde, r.begint_op, t.duur_minuten, p.ruimte_id, z.naam AS ruimte, p.toezegging_id, p.aanbieder_id, b.naam AS aanbieder,
                   t.activiteit_id, a.naam AS activiteit, a.dimensies, t.capaciteit, s.bezet, p.sessie_id
            FROM proeven p
            JOIN proeverij_rondes r ON r.proeverij_id = p.proeverij_id AND r.nummer = p.ronde
            JOIN proeverij_ruimtes z ON z.id = p.ruimte_id
            JOIN proeverij_toezeggingen t ON t.id = p.toezegging_id
            JOIN aanbieders b ON b.id = p.aanbieder_id
            JOIN activiteiten a ON a.id = t.activiteit_id
            LEFT JOIN sessies s ON s.id = p.sessie_id
            WHERE p.proeverij_id = @proeverijId
            ORDER BY p.ronde, z.nummer
            """,
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Makes a session of every tasting, so that people can register for it as for any other.</summary>
    public static async Task MakeSessiesAsync(NpgsqlConnection connection, ProeverijRow proeverij, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tastings = (await ReadAsync(connection, proeverij.Id, cancellationToken))
            .Select(proef => new
            {
                Id = Guid.CreateVersion7(now),
                ProeverijId = proeverij.Id,
                proef.Ronde,
                proef.RuimteId,
                proef.ActiviteitId,
                proef.BegintOp,
                proef.EindigtOp,
                proef.Capaciteit,
                proeverij.Postcode,
                Locatienaam = $"{proeverij.Locatienaam}, {proef.Ruimte}",
                now,
            })
            .ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sessies (id, activiteit_id, soort, begint_op, eindigt_op, capaciteit, postcode, locatienaam, aangemaakt_op, gewijzigd_op)
            VALUES (@Id, @ActiviteitId, 'proeverij', @BegintOp, @EindigtOp, @Capaciteit, @Postcode, @Locatienaam, @now, @now);
            UPDATE proeven SET sessie_id = @Id WHERE proeverij_id = @ProeverijId AND ronde = @Ronde AND ruimte_id = @RuimteId;
            """,
            tastings,
            cancellationToken: cancellationToken));
    }

    /// <summary>The sessions of the tastings, in order of id.</summary>
    public static async Task<IReadOnlyList<Guid>> SessieIdsAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT sessie_id FROM proeven WHERE proeverij_id = @proeverijId AND sessie_id IS NOT NULL ORDER BY sessie_id",
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>None of these locked sessions takes place.</summary>
    public static Task CancelSessiesAsync(NpgsqlConnection connection, IEnumerable<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE sessies SET sessie_status = 'vervallen', gewijzigd_op = @now WHERE id = ANY (@ids)",
            new { ids = ids.ToArray(), now },
            cancellationToken: cancellationToken));

    private static Toezegging Read(ToezeggingRow row) => new()
    {
        Id = row.Id,
        AanbiederId = row.AanbiederId,
        Naam = row.Naam,
        AantalRondes = row.AantalRondes,
        Capaciteit = row.Capaciteit,
        Ruimtesoort = row.Ruimtesoort is null ? null : Words.Read<Ruimtesoort>(row.Ruimtesoort),
        Rolstoel = row.Rolstoel,
        DurationMinutes = row.DuurMinuten,
        Dimensies = Words.Read<Dimensie>(row.Dimensies),
    };
}
