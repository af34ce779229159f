using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>PUT /vergoedingsnormen/{jaar}</c>: an operator enters the caps of a year.</summary>
internal static class SaveVergoedingsnorm
{
    private const int Maximum = 10_000_000;

    private static readonly Failure Inconsistent = new(
        "tijdbank.vergoedingsnorm.tegenstrijdig", StatusCodes.Status422UnprocessableEntity,
        "Het uurbedrag onder 21 is hooguit dat vanaf 21, dat hooguit het maandbedrag, en dat hooguit het jaarbedrag");

    private static readonly Failure JaarInvalid = new(
        "tijdbank.vergoedingsnorm.jaar-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een jaar is 2000 tot en met 2100");

    private static readonly Failure InUse = new(
        "tijdbank.vergoedingsnorm.in-gebruik", StatusCodes.Status409Conflict, "Aan deze bedragen zijn al uitbetalingen getoetst; ze staan vast");

    public sealed record Request(
        [property: Range(1, Maximum), Description("Per uur vanaf 21 jaar, in centen.")] int UurVanaf21Centen,
        [property: Range(1, Maximum), Description("Per uur onder 21 jaar, in centen.")] int UurOnder21Centen,
        [property: Range(1, Maximum), Description("Per maand, in centen.")] int MaandCenten,
        [property: Range(1, Maximum), Description("Per jaar, in centen.")] int JaarCenten,
        [property: Required, StringLength(200, MinimumLength = 1), RegularExpression(SaveBegunstigde.OneLine),
            Description("Waar de bedragen vandaan komen.")] string Bron);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/vergoedingsnormen/{jaar:int}", HandleAsync)
        .RequireScope("tijdbank:beheren")
        .WithSummary("Maximale vergoedingen van een jaar invoeren")
        .WithDescription(
            "Voor beheerders (scope tijdbank:beheren). Zonder bedragen van een jaar wordt voor dat jaar niets uitbetaald. "
            + $"Foutcodes: {InUse.Code} (409), {Inconsistent.Code} en {JaarInvalid.Code} (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<VergoedingsnormAnswer>, ProblemHttpResult>> HandleAsync(
        int jaar, Request request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var norm = new Vergoedingsnorm(jaar, request.UurVanaf21Centen, request.UurOnder21Centen, request.MaandCenten, request.JaarCenten);
        if (jaar is < 2000 or > 2100)
        {
            return JaarInvalid.ToProblem();
        }

        if (!norm.IsConsistent)
        {
            return Inconsistent.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        return await VergoedingsnormStore.SaveAsync(connection, norm, request.Bron, clock.GetUtcNow(), http.RequestAborted)
            ? TypedResults.Ok(VergoedingsnormAnswer.Of(norm, request.Bron))
            : InUse.ToProblem();
    }
}
