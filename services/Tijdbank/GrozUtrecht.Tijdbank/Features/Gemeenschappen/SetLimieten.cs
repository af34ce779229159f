using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>What an account is allowed of its own.</summary>
public sealed record SetLimietenRequest(
    [property: Range(-2_400, 0), Description("Lager kan het saldo niet worden. Zonder: wat de gemeenschap toestaat, of 0.")] int? MinimumMinuten = null,
    [property: Range(1, 60_000), Description("Hoger kan het saldo niet worden. Zonder: wat de gemeenschap toestaat, of geen grens.")] int? MaximumMinuten = null);

/// <summary><c>PUT /rekeningen/{id}/limieten</c>: by who manages the account, within what its community allows.</summary>
internal static class SetLimieten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/rekeningen/{id:guid}/limieten", Handle)
        .WithSummary("Grenzen van een rekening")
        .WithDescription(
            "Eigen grenzen van een rekening die uw organisatie beheert. "
            + $"Foutcodes: {GemeenschapFailures.NotManaged.Code} (403), {RekeningFailures.Unknown.Code} (404), {GemeenschapFailures.OutsideLimits.Code} (409), "
            + $"{GemeenschapFailures.WiderThanCommunity.Code} en {GemeenschapFailures.AccountDoesNotFit.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<RekeningRegelsAnswer>, ProblemHttpResult>> Handle(
        Guid id, SetLimietenRequest request, HttpContext http, UnitOfWork work)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var (rules, failure) = await RegelsToegang.FindAsync(connection, id, http, mayAny: false);
        if (rules is null)
            return failure!.ToProblem();
        if (rules.GemeenschapId is { } gemeenschapId
            && await GemeenschapStore.HoldAsync(connection, gemeenschapId, http.RequestAborted) is { } gemeenschap
            && (request.MinimumMinuten < gemeenschap.MinimumMinuten || request.MaximumMinuten > gemeenschap.MaximumMinuten))
        {
            return GemeenschapFailures.WiderThanCommunity.ToProblem();
        }

        await GemeenschapStore.SetLimitsAsync(connection, id, request.MinimumMinuten, request.MaximumMinuten, http.RequestAborted);
        return await RegelsToegang.ApplyAsync(connection, id, http.RequestAborted);
    }
}
