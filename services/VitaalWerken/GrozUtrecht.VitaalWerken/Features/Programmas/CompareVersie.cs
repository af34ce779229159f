using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What somebody wants to read before agreeing.</summary>
internal sealed record WijzigingenAnswer(
    [property: Description("De versie.")] int Versie,
    [property: Description("De eerder geldende versie waarmee is vergeleken; ontbreekt als er geen was.")] int? VergelekenMet,
    [property: Description("Wat er anders is; leeg als niets veranderde.")] IReadOnlyList<WijzigingAnswer> Items);

/// <summary>One difference.</summary>
internal sealed record WijzigingAnswer(
    [property: Description("Wat er verandert.")] Wijzigingsoort Soort,
    [property: Description("Nummer van de module in deze versie, of in de eerdere als de module eruit gaat.")] int? ModuleNummer,
    [property: Description("Sleutel van de sessie.")] Guid? SessieSleutel,
    [property: Description("De wijziging in een zin.")] string Zin);

/// <summary><c>GET /programmas/{id}/versies/{versie}/wijzigingen</c>: a version beside what held before it.</summary>
internal static class CompareVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}/versies/{versie:int}/wijzigingen", Handle)
        .WithSummary("Wat een versie verandert")
        .WithDescription(
            "Vergelijkt een versie met de laatste eerdere waarmee iedereen had ingestemd, in zinnen om te lezen voor u instemt. Een leverancier leest niets "
            + "over prijzen van een ander.")
        .MayFail(ProgrammaFailures.Unknown, ProgrammaFailures.VersionUnknown);

    private static async Task<Results<Ok<WijzigingenAnswer>, ProblemHttpResult>> Handle(Guid id, int versie, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();
        if (inzage.Find(versie) is null || await InhoudStore.FindAsync(connection, id, versie, http.RequestAborted) is not { } wordt)
            return ProgrammaFailures.VersionUnknown.ToProblem();

        var basis = inzage.Versies.LastOrDefault(row => row.Versie < versie && row.OvereengekomenOp is not null)?.Versie;
        var was = basis is { } number ? await InhoudStore.FindAsync(connection, id, number, http.RequestAborted) : null;
        return TypedResults.Ok(new WijzigingenAnswer(
            versie, basis, [.. Versieverschil.Between(was, wordt).Where(wijziging => Sees(inzage, wijziging)).Select(wijziging => Of(inzage, wijziging))]));
    }

    private static bool Sees(Programmainzage inzage, Versiewijziging wijziging) => wijziging.Soort switch
    {
        Wijzigingsoort.Kosten => inzage.SeesAll,
        Wijzigingsoort.Prijs or Wijzigingsoort.Vrijstelling => inzage.SeesPriceOf(wijziging.ModuleWordt!.LeverancierId),
        _ => true,
    };

    private static WijzigingAnswer Of(Programmainzage inzage, Versiewijziging wijziging)
    {
        var module = wijziging.ModuleWordt ?? wijziging.ModuleWas;
        var withPrice = module is not null && inzage.SeesPriceOf(module.LeverancierId);
        return new(
            wijziging.Soort, module?.Nummer, (wijziging.SessieWordt ?? wijziging.SessieWas)?.Sleutel, Wijzigingszin.Of(wijziging, withPrice));
    }
}
