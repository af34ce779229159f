using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>What somebody said of a tasting; never who.</summary>
public sealed record OpmerkingAnswer(Guid ActiviteitId, string Opmerking);

/// <summary><c>GET /proeverijen/{id}/opmerkingen</c>: what residents said, for the coordinator and for whose activity it is about.</summary>
internal static class ListOpmerkingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen/{id:guid}/opmerkingen", Handle)
        .WithSummary("Opmerkingen van bewoners")
        .WithDescription("Bij een eigen proeverij alle, anders die over de eigen activiteiten. Ze worden gewist als het verslag wordt vastgelegd.");

    private static Task<Results<Ok<CursorPage<OpmerkingAnswer>>, ProblemHttpResult>> Handle(
        [Description("De proeverij.")] Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database) =>
        IdPage.ReadAsync<Row, OpmerkingAnswer>(
            database,
            page,
            """
            SELECT e.deelname_id AS id, s.activiteit_id, e.opmerking
            FROM proeverij_ervaringen e
            JOIN sessies s ON s.id = e.sessie_id
            JOIN activiteiten a ON a.id = s.activiteit_id
            JOIN proeverijen p ON p.id = e.proeverij_id
            WHERE e.proeverij_id = @id AND e.opmerking IS NOT NULL AND e.deelname_id > @after AND (p.partner_id = @partnerId OR a.partner_id = @partnerId)
            ORDER BY e.deelname_id
            LIMIT @limit
            """,
            new { id, partnerId = http.User.PartnerId() },
            row => new OpmerkingAnswer(row.ActiviteitId, row.Opmerking),
            row => row.Id,
            http.RequestAborted);

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid ActiviteitId { get; init; }

        public required string Opmerking { get; init; }
    }
}
