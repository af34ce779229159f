using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>A tasting that somebody went to, and what they told of it so far.</summary>
internal sealed record GeproefdRow
{
    public required Guid DeelnameId { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public Guid? PersoonId { get; init; }

    public Guid? GastId { get; init; }

    public required string Kanaal { get; init; }

    public required string Status { get; init; }

    public string? Terugkomen { get; init; }
}

/// <summary>A regular session that could follow.</summary>
internal sealed record VervolgRow
{
    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Activiteit { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int VrijePlaatsen { get; init; }
}

/// <summary>SQL on <c>proeverij_ervaringen</c>.</summary>
internal static class ErvaringStore
{
    /// <summary>The tasting with this id and code, for who registered it and for the coordinator.</summary>
    public static Task<GeproefdRow?> FindAsync(
        NpgsqlConnection connection, Guid proeverijId, Guid deelnameId, string code, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<GeproefdRow>(new CommandDefinition(
            """
            SELECT d.id AS deelname_id, d.partner_id, d.sessie_id, d.activiteit_id, d.persoon_id, d.gast_id, d.kanaal, d.status, e.terugkomen
            FROM deelnames d
            JOIN proeven p ON p.sessie_id = d.sessie_id AND p.proeverij_id = @proeverijId
            JOIN proeverijen ON proeverijen.id = p.proeverij_id
            LEFT JOIN proeverij_ervaringen e ON e.deelname_id = d.id
            WHERE d.id = @deelnameId AND d.code = @code AND d.rol = 'deelnemer' AND (d.partner_id = @partnerId OR proeverijen.partner_id = @partnerId)
            """,
            new { proeverijId, deelnameId, code, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Stores an experience, or changes the one before.</summary>
    public static Task SaveAsync(
        NpgsqlConnection connection, GeproefdRow geproefd, Guid proeverijId, int gezicht, string terugkomen, string? opmerking, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO proeverij_ervaringen (deelname_id, proeverij_id, sessie_id, gezicht, terugkomen, opmerking, gegeven_op, gewijzigd_op)
            SELECT id, @proeverijId, sessie_id, @gezicht, @terugkomen, CASE WHEN gewist_op IS NULL THEN @opmerking END, @now, @now
            FROM deelnames WHERE id = @DeelnameId FOR SHARE
            ON CONFLICT (deelname_id) DO UPDATE
            SET gezicht = excluded.gezicht, terugkomen = excluded.terugkomen, opmerking = excluded.opmerking, gewijzigd_op = excluded.gewijzigd_op
            """,
            new { geproefd.DeelnameId, proeverijId, gezicht, terugkomen, opmerking, now },
            cancellationToken: cancellationToken));

    /// <summary>The first regular session of this activity to come with a place, or the first when all are full; null when there is none.</summary>
    public static Task<VervolgRow?> NextAsync(NpgsqlConnection connection, Guid activiteitId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<VervolgRow>(new CommandDefinition(
            """
            SELECT s.id AS sessie_id, a.id AS activiteit_id, a.naam AS activiteit, begint_op, eindigt_op, s.capaciteit - bezet AS vrije_plaatsen
            FROM sessies s JOIN activiteiten a ON a.id = activiteit_id
            WHERE activiteit_id = @activiteitId AND s.soort = 'regulier' AND sessie_status = 'gepland' AND begint_op > @now AND a.status = 'gepubliceerd'
            ORDER BY bezet >= s.capaciteit, begint_op
            LIMIT 1
            """,
            new { activiteitId, now },
            cancellationToken: cancellationToken));

    /// <summary>A guest who registers again is known for longer.</summary>
    public static Task KeepGastAsync(NpgsqlConnection connection, Guid gastId, DateTimeOffset until, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE contact.gasten SET bewaren_tot = greatest(bewaren_tot, @until) WHERE id = @gastId",
            new { gastId, until },
            cancellationToken: cancellationToken));
}
