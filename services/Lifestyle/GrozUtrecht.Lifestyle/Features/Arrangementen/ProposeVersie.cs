using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>Another goal, or other activities.</summary>
public sealed record ProposeVersieRequest(
    [property: Required, StringLength(1000, MinimumLength = 1), Description("Wat de persoon wil bereiken, in eigen woorden.")] string Doel,
    [property: Required, MinLength(1), MaxLength(ArrangementRules.MaximumActiviteiten), Description("De gekozen activiteiten.")] IReadOnlyList<Guid> ActiviteitIds);

/// <summary><c>POST /arrangementen/{id}/versies</c>: the guide proposes a change; what was agreed holds until the resident agrees to it.</summary>
internal static class ProposeVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/arrangementen/{id:guid}/versies", Handle)
        .RequireScope(InzagesleutelFailures.GuideScope)
        .WithSummary("Wijziging van een arrangement voorstellen")
        .WithDescription("Een nieuwe versie van doel en activiteiten. Zij vervangt een voorstel waar nog niet mee is ingestemd, en geldt als de persoon instemt.")
        .MayFail(ArrangementFailures.Proposal)
        .MayFail(ArrangementFailures.Unknown, ArrangementFailures.Ended, ArrangementFailures.TooManyVersions);

    private static async Task<Results<Ok<ArrangementstandAnswer>, ProblemHttpResult>> Handle(
        Guid id, ProposeVersieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ArrangementStore.LockOfGuideAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return ArrangementFailures.Unknown.ToProblem();
        if (await Arrangementvorm.RefuseAsync(connection, request.Doel, request.ActiviteitIds, http.RequestAborted) is { } problem)
            return problem;

        var latest = (await ArrangementversieStore.CurrentAsync(connection, [id], http.RequestAborted))[id].Max(versie => versie.Versie);
        if (ArrangementRules.Propose(Words.Read<ArrangementStatus>(row.Status), latest) is { } refusal)
            return ArrangementFailures.Of(refusal).ToProblem();

        var versie = new ArrangementversieRow
        {
            ArrangementId = id, Versie = latest + 1, Doel = request.Doel, ActiviteitIds = [.. request.ActiviteitIds], VoorgesteldOp = clock.GetUtcNow(),
        };
        await ArrangementversieStore.InsertAsync(connection, versie, http.RequestAborted);
        await ArrangementStore.UpdateAsync(connection, row with { Version = row.Version + 1 }, http.RequestAborted);
        return TypedResults.Ok(ArrangementstandAnswer.Of(row, versie.Versie));
    }
}
