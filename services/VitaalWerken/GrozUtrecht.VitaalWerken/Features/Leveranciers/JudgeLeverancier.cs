using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a coordinator decides.</summary>
public sealed record LeveranciersbeoordelingBody(
    [property: Description("True: doet mee. False: afgewezen.")] bool DoetMee,
    [property: StringLength(500, MinimumLength = 1), Description("Waarom; verplicht bij een afwijzing.")] string? Toelichting = null);

/// <summary><c>POST /leveranciers/{id}/beoordeling</c>: the coordinator of its area says whether a supplier takes part.</summary>
internal static class JudgeLeverancier
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/leveranciers/{id:guid}/beoordeling", Handle)
        .RequireScope(Toegang.CoordinatorScope)
        .WithSummary("Leverancier beoordelen")
        .WithDescription(
            $"Laat een leverancier meedoen of wijst hem af, met reden; opnieuw beoordelen mag. Vraagt `{Toegang.CoordinatorScope}` en een aanwijzing voor "
            + "het gebied van de leverancier; niemand beoordeelt een eigen leverancier.")
        .MayFail(LeverancierFailures.Unknown, LeverancierFailures.Stopped, LeverancierFailures.ReasonMissing, NetwerkFailures.NotCoordinator)
        .MayFail(FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<LeverancierAnswer>, ProblemHttpResult>> Handle(
        Guid id, LeveranciersbeoordelingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!body.DoetMee && body.Toelichting is null)
            return LeverancierFailures.ReasonMissing.ToProblem();
        if (FreeText.Refuse(body.Toelichting) is { } refused)
            return refused;

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await LeverancierStore.LockAsync(connection, id, partnerId: null, http.RequestAborted) is not { } row)
            return LeverancierFailures.Unknown.ToProblem();
        if (row.PartnerId == http.User.PartnerId() || !await Toegang.IsCoordinatorAsync(connection, row.Gebied, http.User, http.RequestAborted))
            return NetwerkFailures.NotCoordinator.ToProblem();
        if (Words.Read<LeverancierStatus>(row.Status) == LeverancierStatus.Gestopt)
            return LeverancierFailures.Stopped.ToProblem();

        var judged = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(body.DoetMee ? LeverancierStatus.Actief : LeverancierStatus.Afgewezen),
            Beoordeling = body.Toelichting,
            GewijzigdOp = clock.GetUtcNow(),
        };
        await LeverancierStore.UpdateAsync(connection, judged, http.RequestAborted);
        ETags.Set(http, judged.Version);
        return TypedResults.Ok(LeverancierAnswer.Of(judged, http.User.PartnerId(), isCoordinator: true));
    }
}
