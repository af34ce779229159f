using Dapper;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary><c>POST /aanbieders/{id}/beeindiging</c>: an aanbieder stops, and its page goes away.</summary>
internal static class StopAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/aanbieders/{id:guid}/beeindiging", Handle)
        .WithSummary("Aanbieder beëindigen")
        .WithDescription("Een eigen aanbieder zonder gepubliceerde activiteiten stopt. De openbare pagina verdwijnt.")
        .MayFail(AanbiederFailures.Unknown, AanbiederFailures.Stopped, AanbiederFailures.HasActiviteiten);

    private static async Task<Results<Ok<AanbiederAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await AanbiederStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return AanbiederFailures.Unknown.ToProblem();
        if (Words.Read<Aanbiederstatus>(row.Status) == Aanbiederstatus.Gestopt)
            return AanbiederFailures.Stopped.ToProblem();
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM activiteiten WHERE aanbieder_id = @id AND status = 'gepubliceerd')", new { id }, cancellationToken: http.RequestAborted)))
        {
            return AanbiederFailures.HasActiviteiten.ToProblem();
        }

        var stopped = row with { Version = row.Version + 1, Status = Words.Of(Aanbiederstatus.Gestopt), GewijzigdOp = clock.GetUtcNow() };
        await AanbiederStore.UpdateAsync(connection, stopped, http.RequestAborted);
        ETags.Set(http, stopped.Version);
        return TypedResults.Ok(AanbiederAnswer.Of(stopped, stopped.PartnerId));
    }
}
