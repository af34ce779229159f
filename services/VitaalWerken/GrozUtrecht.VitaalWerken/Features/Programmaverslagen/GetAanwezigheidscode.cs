using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Features.Medewerkers;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>What to show at a session.</summary>
internal sealed record AanwezigheidscodeAnswer(
    [property: Description("De code. Laat hem bij de sessie zien.")] string Aanwezigheidscode,
    [property: Description("De dag van de sessie: vanaf dan werkt de code.")] DateOnly VanDatum,
    [property: Description("De laatste dag waarop de code werkt.")] DateOnly TotEnMetDatum);

/// <summary><c>GET /programmas/{id}/sessies/{sessieSleutel}/aanwezigheidscode</c>: for who gives the session.</summary>
internal static class GetAanwezigheidscode
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}/sessies/{sessieSleutel:guid}/aanwezigheidscode", Handle)
        .WithSummary("Aanwezigheidscode van een sessie")
        .WithDescription("Voor de leverancier van de module en de coördinator, om bij de sessie te laten zien. Wie er is, meldt dat zelf met deze code en de eigen sleutel.")
        .MayFail(
            ProgrammaFailures.Unknown, DeelnemerFailures.SessionUnknown, ProgrammaverslagFailures.NotForEmployer, ProgrammaverslagFailures.NobodyInvited);

    private static async Task<Results<Ok<AanwezigheidscodeAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid sessieSleutel, HttpContext http, NpgsqlDataSource database)
    {
        http.Response.Headers.CacheControl = "no-store";
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();
        if (inzage.Rol == Rol.Bedrijf)
            return ProgrammaverslagFailures.NotForEmployer.ToProblem();
        var inhoud = await InhoudStore.FindAsync(connection, id, inzage.Row.GeldendeVersie ?? 0, http.RequestAborted);
        // Somebody else's module is as unknown to a supplier as a session that does not exist.
        var sessie = inhoud?.Modules
            .Where(module => inzage.Rol == Rol.Coordinator || inzage.Eigen.Contains(module.LeverancierId))
            .SelectMany(module => module.Sessies)
            .FirstOrDefault(sessie => sessie.Sleutel == sessieSleutel);
        if (sessie is null)
            return DeelnemerFailures.SessionUnknown.ToProblem();
        if (await GeheimStore.FindAsync(connection, id, http.RequestAborted) is not { } geheim)
            return ProgrammaverslagFailures.NobodyInvited.ToProblem();

        var day = NederlandseTijd.DayOf(sessie.BegintOp);
        return TypedResults.Ok(new AanwezigheidscodeAnswer(
            Aanwezigheidscode.Of(geheim, sessieSleutel), day, day.AddDays(Aanwezigheidscode.ExtraDays)));
    }
}
