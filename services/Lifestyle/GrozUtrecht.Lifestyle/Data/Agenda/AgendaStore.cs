using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Agenda;

/// <summary>A session as a calendar shows it.</summary>
internal sealed record AgendaRow
{
    public required Guid Id { get; init; }

    public required long Volgnummer { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public required bool IsVervallen { get; init; }

    /// <summary>Where this person stands; null in a calendar that is nobody's own.</summary>
    public string? Deelnamestatus { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required string Locatienaam { get; init; }

    public required string Postcode { get; init; }
}

/// <summary>
/// What calendars read. A cancelled session stays in them, as does every session of an activity that was withdrawn: only so does a
/// calendar that has it already strike it out.
/// </summary>
internal static class AgendaStore
{
    private const string Columns =
        """
        sessies.id, activiteiten.version + agenda_volgnummer AS volgnummer, begint_op, eindigt_op,
        greatest(sessies.gewijzigd_op, activiteiten.gewijzigd_op) AS gewijzigd_op,
        (sessie_status = 'vervallen' OR activiteiten.status = 'ingetrokken') AS is_vervallen,
        naam, omschrijving, coalesce(sessies.locatienaam, activiteiten.locatienaam) AS locatienaam, coalesce(sessies.postcode, activiteiten.postcode) AS postcode
        """;

    /// <summary>The name of an activity that is public or was; null when it never was.</summary>
    public static async Task<string?> FindNaamAsync(NpgsqlDataSource database, Guid activiteitId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT naam FROM activiteiten WHERE id = @activiteitId AND status <> 'concept'", new { activiteitId }, cancellationToken: cancellationToken));
    }

    public static Task<IReadOnlyList<AgendaRow>> OfActiviteitAsync(
        NpgsqlDataSource database, Guid activiteitId, Agendavenster venster, CancellationToken cancellationToken) => ReadAsync(
            database, "", "activiteit_id = @activiteitId", new { activiteitId, venster.Van, venster.Tot, venster.Limit }, cancellationToken);

    public static Task<IReadOnlyList<AgendaRow>> OfPostcodesAsync(
        NpgsqlDataSource database, string[] postcodes, Agendavenster venster, CancellationToken cancellationToken) => ReadAsync(
            database,
            "",
            "coalesce(sessies.postcode, activiteiten.postcode) = ANY (@postcodes) AND activiteiten.status <> 'concept'",
            new { postcodes, venster.Van, venster.Tot, venster.Limit },
            cancellationToken);

    /// <summary>The sessions in which the person of a link takes part, as far as the partner who made it registered them; null when there is no such link.</summary>
    public static async Task<IReadOnlyList<AgendaRow>?> OfLinkAsync(
        NpgsqlDataSource database, byte[] geheimHash, Agendavenster venster, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var link = await connection.QuerySingleOrDefaultAsync<(Guid PersoonId, Guid PartnerId)?>(new CommandDefinition(
            "SELECT persoon_id, partner_id FROM agendalinks WHERE geheim_hash = @geheimHash", new { geheimHash }, cancellationToken: cancellationToken));
        return link is not { } found ? null : await ReadAsync(
            database,
            ", deelnames.status AS deelnamestatus",
            "deelnames.status IN ('aangemeld', 'aangeboden', 'aanwezig', 'vervallen')",
            new { found.PersoonId, found.PartnerId, venster.Van, venster.Tot, venster.Limit },
            cancellationToken,
            "JOIN deelnames ON sessie_id = sessies.id AND persoon_id = @PersoonId AND deelnames.partner_id = @PartnerId");
    }

    private static async Task<IReadOnlyList<AgendaRow>> ReadAsync(
        NpgsqlDataSource database, string more, string where, object parameters, CancellationToken cancellationToken, string join = "")
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<AgendaRow>(new CommandDefinition(
            $"""
            SELECT {Columns}{more}
            FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id {join}
            WHERE {where} AND begint_op >= @Van AND begint_op < @Tot
            ORDER BY begint_op, sessies.id
            LIMIT @Limit
            """,
            parameters,
            cancellationToken: cancellationToken))).AsList();
    }
}

/// <summary>How far back and ahead a calendar shows, and how much at most.</summary>
internal sealed record Agendavenster(DateTimeOffset Van, DateTimeOffset Tot, int Limit)
{
    private const int DaysBack = 31;

    public static Agendavenster Of(DateTimeOffset now, int daysAhead, int limit) => new(now.AddDays(-DaysBack), now.AddDays(daysAhead), limit);
}
