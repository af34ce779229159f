using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>Which quarter to make the figures of.</summary>
public sealed record MakeMomentopnameRequest(
    [property: Required, RegularExpression(Domain.Groepscijfers.Kwartaal.Pattern, ErrorMessage = "Schrijf een kwartaal als 2026-K3.")]
    [property: Description("Een kwartaal dat voorbij is, bijvoorbeeld 2026-K3.")]
    string Kwartaal);

/// <summary>Figures of a quarter, which do not change any more.</summary>
public sealed record MomentopnameAnswer(string Kwartaal, DateTimeOffset GemaaktOp)
{
    internal static MomentopnameAnswer Of(MomentopnameRow row) => new(row.Kwartaal, row.GemaaktOp);
}

/// <summary><c>POST /groepscijfers/momentopnamen</c>: makes the figures of a quarter; asked again it answers with the same.</summary>
internal static class MakeMomentopname
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/groepscijfers/momentopnamen", Handle)
        .RequireScope("lifestyle:beheren")
        .WithSummary("Momentopname van een kwartaal maken")
        .WithDescription(
            "Maakt de groepscijfers van een kwartaal dat vaststaat. Dat gebeurt ook vanzelf. Een momentopname wordt één keer gemaakt en verandert daarna niet; "
            + "wie het nog eens vraagt krijgt dezelfde.")
        .MayFail(GroepscijferFailures.NotOverYet, GroepscijferFailures.Passed);

    private static async Task<Results<Created<MomentopnameAnswer>, Ok<MomentopnameAnswer>, ProblemHttpResult>> Handle(
        MakeMomentopnameRequest request, Momentopnamen momentopnamen, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (row, isNew, failure) = await momentopnamen.MakeAsync(Kwartaal.Parse(request.Kwartaal), clock.GetUtcNow(), cancellationToken);
        if (row is null)
            return failure!.ToProblem();
        var answer = MomentopnameAnswer.Of(row);
        return isNew ? TypedResults.Created($"/lifestyle/v1/groepscijfers/programma?kwartaal={row.Kwartaal}", answer) : TypedResults.Ok(answer);
    }
}
