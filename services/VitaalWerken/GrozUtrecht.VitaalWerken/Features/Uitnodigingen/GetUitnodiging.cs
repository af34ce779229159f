using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Medewerkers;
using GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary><c>GET /medewerkers/uitnodiging</c>: what an employee is invited to. Looking uses nothing up and leaves nothing behind.</summary>
internal static class GetUitnodiging
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/medewerkers/uitnodiging", Handle)
        .AllowAnonymous()
        .WithSummary("Uitnodiging bekijken")
        .WithDescription(
            "Waartoe een code uitnodigt, zonder token. Kijken gebruikt de code niet op. Een onbekende, gebruikte of verlopen code krijgt hetzelfde antwoord.")
        .MayFail(UitnodigingFailures.CodeWrong, UitnodigingFailures.NotKept);

    private static async Task<Results<Ok<UitnodigingAnswer>, ProblemHttpResult>> Handle(
        [AsParameters] Codeheader header, HttpContext http, NpgsqlDataSource database, IEnumerable<IUitnodigingsinhoud> inhouden, TimeProvider clock)
    {
        var (code, refused) = header.Read(http);
        if (code is null)
            return refused!;
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await UitnodigingscodeStore.FindAsync(connection, code, today, http.RequestAborted) is { } found)
        {
            var inhoud = inhouden.SingleOrDefault(one => one.Soort == found.Soort);
            return inhoud is not null && await inhoud.ReadAsync(connection, found.DoelId, today, http.RequestAborted) is { } answer
                ? TypedResults.Ok(answer)
                : UitnodigingFailures.CodeWrong.ToProblem();
        }

        return await Bijeenkomstlink.ReadAsync(connection, code, today, http.RequestAborted) is { } bijeenkomst
            ? TypedResults.Ok(bijeenkomst)
            : UitnodigingFailures.CodeWrong.ToProblem();
    }
}
