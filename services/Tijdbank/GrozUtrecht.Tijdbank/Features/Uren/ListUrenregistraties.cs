using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary><c>GET /urenregistraties</c>: the hours that a partner is a side of.</summary>
internal static class ListUrenregistraties
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenregistraties", Handle)
        .WithSummary("Urenregistraties opvragen")
        .WithDescription("De urenregistraties waarvan uw organisatie een kant is, in volgorde van melden. Een bemiddelaar ziet ook betwiste uren van anderen.");

    private static async Task<Results<Ok<CursorPage<UrenregistratieAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "persoonId"), Description("Alleen uren van deze persoon.")] Guid? persoonId,
        [FromQuery(Name = "status"), Description("Alleen uren met deze status.")]
        [AllowedValues(
            null, "gemeld", "gecorrigeerd", "betwist", "bevestigd", "afgewezen", "verlopen", "ingetrokken", "teruggeboekt",
            ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        [FromQuery(Name = "praktijkovereenkomstId"), Description("Alleen uren voor deze praktijkovereenkomst.")] Guid? praktijkovereenkomstId,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var filter = new Urenfilter(persoonId, status, praktijkovereenkomstId);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await UrenregistratieStore.ListAsync(
            connection, http.User.PartnerId(), http.User.HasScope(Urenstappen.MediatorScope), filter, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<UrenregistratieAnswer>.Of(
            [.. rows.Select(UrenregistratieAnswer.Of)], page.Size, row => Cursor.Encode(row.Id)));
    }
}
