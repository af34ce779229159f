using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>A booking in the journal of a budget.</summary>
public sealed record BoekingAnswer(
    Guid Id,
    [property: Description("toezegging, vermindering, reservering, vrijgave, besteding, terugdraaiing, declaratie of verrekening.")] string Soort,
    [property: Description("Rekening waar het bedrag af gaat: toegezegd, vrij, gereserveerd, besteed, gedeclareerd of te-corrigeren.")] string Van,
    [property: Description("Rekening waar het bij komt.")] string Naar,
    long BedragCenten,
    DateTimeOffset GeboektOp,
    [property: Description("Het lid, onder een kenmerk zonder naam.")] string? Lidkenmerk = null,
    Guid? DeelnameId = null,
    Guid? DeclaratieId = null,
    string? Reden = null)
{
    internal static BoekingAnswer Of(BoekingRow row, DateTimeOffset now) => new(
        row.Id, Words.Of(row.Boeking.Soort), Words.Of(row.Boeking.Van), Words.Of(row.Boeking.Naar), row.Boeking.BedragCenten, now,
        row.Lidkenmerk, row.DeelnameId, row.DeclaratieId, row.Reden);

    internal static BoekingAnswer Of(JournaalRow row) => new(
        row.Id, row.Soort, row.Van, row.Naar, row.BedragCenten, row.GeboektOp, row.Lidkenmerk, row.DeelnameId, row.DeclaratieId, row.Reden);
}

/// <summary><c>GET /preventiebudgetten/{id}/boekingen</c>: the journal.</summary>
internal static class ListBoekingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}/boekingen", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Boekingen van een preventiebudget")
        .WithDescription("Het journaal, oudste eerst. Een boeking verandert nooit; wat niet klopt, wordt met een nieuwe boeking rechtgezet.")
        .MayFail(PreventiebudgetFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<BoekingAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (await PreventiebudgetStore.FindOwnAsync(database, id, http.User.PartnerId(), http.RequestAborted) is null)
            return PreventiebudgetFailures.Unknown.ToProblem();
        return await IdPage.ReadAsync<JournaalRow, BoekingAnswer>(
            database,
            page,
            """
            SELECT id, soort, van, naar, bedrag_centen, lidkenmerk, deelname_id, declaratie_id, reden, geboekt_op
            FROM budgetboekingen WHERE budget_id = @id AND id > @after ORDER BY id LIMIT @limit
            """,
            new { id },
            BoekingAnswer.Of,
            row => row.Id,
            http.RequestAborted);
    }
}
