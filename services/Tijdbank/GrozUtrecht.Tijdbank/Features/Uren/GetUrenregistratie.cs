using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>One step in the history of a registration.</summary>
public sealed record UrenstapAnswer(
    Urenstap Stap,
    [property: Description("De status na deze stap.")] Urenstatus Status,
    [property: Description("De minuten na deze stap.")] int DuurMinuten,
    DateTimeOffset GezetOp,
    [property: Description("De organisatie die de stap zette; ontbreekt als het platform dat deed.")] Guid? PartnerId = null,
    [property: Description("De client waarmee zij dat deed.")] string? ClientId = null,
    [property: Description("De omschrijving of reden; kan later zijn gewist.")] string? Tekst = null);

/// <summary>A registration with its history, oldest step first.</summary>
public sealed record UrenregistratieMetStappenAnswer(UrenregistratieAnswer Urenregistratie, IReadOnlyList<UrenstapAnswer> Stappen);

/// <summary><c>GET /urenregistraties/{id}</c>: a registration with all that happened to it.</summary>
internal static class GetUrenregistratie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenregistraties/{id:guid}", Handle)
        .WithSummary("Urenregistratie ophalen")
        .WithDescription(
            "Een urenregistratie waarvan uw organisatie een kant is, met elke stap: wie wanneer wat deed. Een bemiddelaar ziet ook betwiste uren van anderen. "
            + $"Foutcode: {UrenFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<UrenregistratieMetStappenAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var found = await UrenregistratieStore.FindAsync(
            connection, [id], http.User.PartnerId(), http.User.HasScope(Urenstappen.MediatorScope), http.RequestAborted);
        if (!found.TryGetValue(id, out var row))
        {
            return UrenFailures.Unknown.ToProblem();
        }

        var steps = await UrenregistratieStore.StepsAsync(connection, id, http.RequestAborted);
        ETags.Set(http, row.Versie);
        return TypedResults.Ok(new UrenregistratieMetStappenAnswer(UrenregistratieAnswer.Of(row), [.. steps.Select(AnswerOf)]));
    }

    private static UrenstapAnswer AnswerOf(Urenregistratiestap step) => new(
        Words.Read<Urenstap>(step.Stap), Words.Read<Urenstatus>(step.Status), step.DuurMinuten, step.GezetOp, step.PartnerId, step.ClientId, step.Tekst);
}
