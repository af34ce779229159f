using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>What a list of koppelingen may be narrowed by.</summary>
public sealed record KoppelingenQuery(
    [property: FromQuery(Name = "status"), RegularExpression("^(voorgesteld|gemaakt|afgewezen|ingetrokken|verlopen)$"), Description("Waar de koppeling staat.")]
    string? Status);

/// <summary><c>GET /koppelingen/{id}</c>, <c>GET /koppelingen</c> and <c>GET /bedrijven/{id}/koppelingen</c>.</summary>
internal static class ReadKoppelingen
{
    private const string Page = $"{KoppelingStore.Select} WHERE k.id > @after AND (@status::text IS NULL OR k.status = @status)";
    private const string End = "ORDER BY k.id LIMIT @limit";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/koppelingen/{id:guid}", Get)
            .WithName("GetKoppeling")
            .WithSummary("Koppeling ophalen")
            .WithDescription("Voor het bedrijf, de leverancier en de coördinatoren van het netwerk. De ETag is de versie voor If-Match.")
            .MayFail(KoppelingFailures.Unknown);
        api.MapGet("/koppelingen", ListOwn)
            .WithName("ListKoppelingen")
            .WithSummary("Eigen koppelingen")
            .WithDescription("De koppelingen van de eigen leveranciers of van de eigen bedrijven, in volgorde van voorstellen, met waarom zij voorgesteld of afgewezen zijn.");
        api.MapGet("/bedrijven/{id:guid}/koppelingen", ListOfBedrijf)
            .WithName("ListBedrijfKoppelingen")
            .WithSummary("Koppelingen van een bedrijf")
            .WithDescription("Voor het bedrijf zelf en de coördinatoren van zijn netwerk, in volgorde van voorstellen.")
            .MayFail(BedrijfFailures.Unknown);
    }

    private static async Task<Results<Ok<KoppelingAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Koppelingtoegang.FindAsync(connection, id, http) is not { } found)
            return KoppelingFailures.Unknown.ToProblem();
        ETags.Set(http, found.Row.Version);
        return TypedResults.Ok(KoppelingAnswer.Of(found.Row, found.Zijde));
    }

    private static Task<Results<Ok<CursorPage<KoppelingAnswer>>, ProblemHttpResult>> ListOwn(
        [FromQuery(Name = "rol"), Required, RegularExpression("^(bedrijf|leverancier)$"), Description("Als wie u kijkt: bedrijf of leverancier.")] string rol,
        [AsParameters] KoppelingenQuery query,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        var (zijde, owner) = rol == "leverancier" ? (Koppelingzijde.Leverancier, "l.partner_id") : (Koppelingzijde.Bedrijf, "b.partner_id");
        return IdPage.ReadAsync<KoppelingRow, KoppelingAnswer>(
            database,
            page,
            $"{Page} AND {owner} = @partnerId {End}",
            new { query.Status, partnerId = http.User.PartnerId() },
            row => KoppelingAnswer.Of(row, zijde),
            row => row.Id,
            http.RequestAborted);
    }

    private static async Task<Results<Ok<CursorPage<KoppelingAnswer>>, ProblemHttpResult>> ListOfBedrijf(
        Guid id, [AsParameters] KoppelingenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        BedrijfToegang? toegang;
        await using (var connection = await database.OpenConnectionAsync(http.RequestAborted))
            toegang = await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted);
        return toegang is null ? BedrijfFailures.Unknown.ToProblem() : await IdPage.ReadAsync<KoppelingRow, KoppelingAnswer>(
            database,
            page,
            $"{Page} AND k.bedrijf_id = @id {End}",
            new { query.Status, id },
            row => KoppelingAnswer.Of(row, toegang.Rol == Rol.Bedrijf ? Koppelingzijde.Bedrijf : null),
            row => row.Id,
            http.RequestAborted);
    }
}
