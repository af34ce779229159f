using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary>A key that signs from now on.</summary>
public sealed record OndertekeningssleutelAnswer(
    [property: Description("Naam van de sleutel, en het adres waar haar publieke helft staat.")] string Kid, DateTimeOffset GemaaktOp);

/// <summary><c>POST /ondertekeningssleutels</c>.</summary>
internal static class RotateOndertekeningssleutel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ondertekeningssleutels", Handle)
        .RequireScope("tijdbank:beheren")
        .WithSummary("Ondertekeningssleutel vervangen")
        .WithDescription(
            "Maakt een nieuwe sleutel, die verklaringen vanaf nu ondertekent. Oudere sleutels blijven gepubliceerd: wat zij ondertekenden blijft te controleren. "
            + "Vraagt de scope tijdbank:beheren.")
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<Ok<OndertekeningssleutelAnswer>> Handle(
        HttpContext http, UnitOfWork work, Ondertekenaar ondertekenaar, IOptions<OndertekeningSettings> settings)
    {
        var made = await ondertekenaar.RotateAsync(await work.OpenAsync(http.RequestAborted), http.RequestAborted);
        return TypedResults.Ok(new OndertekeningssleutelAnswer(settings.Value.KeyAddress(made.Id), made.GemaaktOp));
    }
}
