using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What a list of orders may be narrowed by.</summary>
public sealed record BestellingenQuery(
    [property: FromQuery(Name = "rol"), RegularExpression("^(koper|aanbieder|bemiddelaar)$"),
        Description("koper of aanbieder: alleen die kant. bemiddelaar: wat van wie dan ook op een beslissing wacht.")]
    string? Rol,
    [property: FromQuery(Name = "status"), RegularExpression(
        "^(voorgesteld|aangevraagd|aanvaard|geleverd|betwist|voltooid|gedeeltelijk|teruggegeven|geweigerd|geannuleerd|verlopen)$"),
        Description("Alleen met deze status.")]
    string? Status,
    [property: FromQuery(Name = "rekeningId"), Description("Alleen van deze rekening, die u beheert.")] Guid? RekeningId);

/// <summary><c>GET /bestellingen</c>: newest first.</summary>
internal static class ListBestellingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bestellingen", Handle)
        .WithSummary("Bestellingen")
        .WithDescription(
            "Bestellingen waarin uw organisatie een van beide rekeningen beheert, nieuwste eerst. "
            + $"Foutcode: {BestellingFailures.MediatorsOnly.Code} (403).");

    private static async Task<Results<Ok<CursorPage<BestellingAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] BestellingenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid before))
            return RequestFailures.CursorInvalid.ToProblem();
        var mediates = query.Rol == Bestelvraag.Bemiddelaar;
        if (mediates && !http.User.HasScope(MediateBestelling.Scope))
            return BestellingFailures.MediatorsOnly.ToProblem();

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await BestellingStore.ListAsync(connection, new()
        {
            PartnerId = http.User.PartnerId(),
            Rol = query.Rol,
            Status = query.Status,
            RekeningId = query.RekeningId,
            Before = before == Guid.Empty ? Guid.AllBitsSet : before,
            Count = page.Size + 1,
        }, http.RequestAborted);
        return TypedResults.Ok(CursorPage<BestellingAnswer>.Of(
            [.. rows.Select(row => BestellingAnswer.Of(row, mediates: mediates))], page.Size, item => Cursor.Encode(item.Id)));
    }
}
