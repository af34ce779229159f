using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>GET /voorzieningen/{id}</c>.</summary>
internal static class GetVoorziening
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/voorzieningen/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een voorziening")
        .WithDescription($"De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: {KaartFailures.VoorzieningUnknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<VoorzieningAnswer>, ProblemHttpResult>> HandleAsync(Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await VoorzieningStore.FindAsync(connection, partnerId, id, http.RequestAborted) is not { } row)
        {
            return KaartFailures.VoorzieningUnknown.ToProblem();
        }

        ETags.Set(http, row.Version);
        return TypedResults.Ok(VoorzieningAnswer.Of(row, partnerId, clock.GetUtcNow()));
    }
}

/// <summary>A period in which a voorziening is open.</summary>
internal sealed record OpeningAnswer(
    [property: Description("Begin.")] DateTimeOffset BegintOp,
    [property: Description("Einde, niet meegerekend.")] DateTimeOffset EindigtOp,
    [property: Description("Alleen op deze locatie; zonder locatie overal.")] Guid? LocatieId);

/// <summary>The periods of some days.</summary>
internal sealed record OpeningenAnswer([property: Description("In volgorde van de dag.")] IReadOnlyList<OpeningAnswer> Items);

/// <summary><c>GET /voorzieningen/{id}/openingen</c>.</summary>
internal static class ListOpeningen
{
    private const int MaximumDays = 62;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/voorzieningen/{id:guid}/openingen", HandleAsync)
        .WithSummary("Wanneer een voorziening open is")
        .WithDescription(
            "De openingstijden als momenten, met afwijkende dagen en zomertijd verrekend, voor wat op de genoemde dagen begint. "
            + $"Foutcodes: {KaartFailures.VoorzieningUnknown.Code} (404), {KaartFailures.PeriodeInvalid.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<OpeningenAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id,
        [Description("Eerste dag.")] DateOnly vanDatum,
        [Description("Laatste dag, meegerekend.")] DateOnly totEnMetDatum,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (totEnMetDatum.DayNumber - vanDatum.DayNumber is < 0 or >= MaximumDays || vanDatum.Year < 2000 || totEnMetDatum.Year > 9000)
        {
            return KaartFailures.PeriodeInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await VoorzieningStore.FindAsync(connection, http.User.PartnerId(), id, http.RequestAborted) is not { } row)
        {
            return KaartFailures.VoorzieningUnknown.ToProblem();
        }

        return TypedResults.Ok(new OpeningenAnswer(
            [.. row.Tijden().Between(vanDatum, totEnMetDatum).Select(opening => new OpeningAnswer(opening.Begin, opening.End, opening.LocatieId))]));
    }
}
