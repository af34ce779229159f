using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>GET /bedrijven</c>: the companies that a partner registered, filtered and in pages.</summary>
internal static class ListBedrijven
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven", Handle)
        .WithSummary("Bedrijven van deze partner")
        .WithDescription("De bedrijven die deze partner heeft aangemeld, in volgorde van aanmelden.")
        .MayFail(BedrijfFailures.GebiedUnknown);

    private static async Task<Results<Ok<CursorPage<BedrijfAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] BedrijvenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        if (query.Gebied is not null && !Gebied.TryFind(query.Gebied, out _))
            return BedrijfFailures.GebiedUnknown.ToProblem();

        var filter = new BedrijfFilter(http.User.PartnerId(), after, page.Size + 1, query.Gebied, query.Status);
        var rows = await BedrijfStore.ListOwnAsync(database, filter, http.RequestAborted);
        return TypedResults.Ok(CursorPage<BedrijfAnswer>.Of(
            [.. rows.Select(BedrijfAnswer.Of)], page.Size, bedrijf => Cursor.Encode(bedrijf.Id)));
    }
}

/// <summary>What a list of companies may be narrowed by.</summary>
public sealed record BedrijvenQuery(
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied, bijvoorbeeld papendorp.")]
    string? Gebied,
    [property: FromQuery(Name = "status"), RegularExpression("^(belangstellend|lid|vertrokken)$"), Description("Status in het netwerk.")]
    string? Status);
