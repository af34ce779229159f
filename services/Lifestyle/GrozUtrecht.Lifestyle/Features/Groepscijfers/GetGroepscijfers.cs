using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>Which momentopname; there is nothing else to choose, because every choice is one more chance to subtract.</summary>
public sealed record GroepscijfersQuery(
    [property: FromQuery(Name = "kwartaal"), RegularExpression(Domain.Groepscijfers.Kwartaal.Pattern, ErrorMessage = "Schrijf een kwartaal als 2026-K3.")]
    [property: Description("Bijvoorbeeld 2026-K3; zonder kwartaal de nieuwste momentopname.")]
    string? Kwartaal);

/// <summary>
/// <c>GET /groepscijfers/…</c>: the figures of the programme, an area, a doelgroep or an activity. Every partner that may see figures
/// sees the same ones.
/// </summary>
internal static class GetGroepscijfers
{
    private static readonly string[] Doelgroepen = ["bewoner", "werknemer", "ondernemer"];

    public static void Map(IEndpointRouteBuilder api)
    {
        Describe(api.MapGet("/groepscijfers/programma", HandleProgramma), "GetGroepscijfersProgramma", "Groepscijfers van het hele programma");
        Describe(api.MapGet("/groepscijfers/gebieden/{gebied}", HandleGebied), "GetGroepscijfersGebied", "Groepscijfers van een gebied")
            .MayFail(GroepscijferFailures.GroepUnknown);
        Describe(api.MapGet("/groepscijfers/doelgroepen/{doelgroep}", HandleDoelgroep), "GetGroepscijfersDoelgroep", "Groepscijfers van een doelgroep")
            .MayFail(GroepscijferFailures.GroepUnknown);
        Describe(api.MapGet("/groepscijfers/activiteiten/{id:guid}", HandleActiviteit), "GetGroepscijfersActiviteit", "Groepscijfers van wie een activiteit koos")
            .MayFail(GroepscijferFailures.GroepUnknown);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary) => route
        .WithName(name)
        .RequireScope(GroepscijfersSetup.Scope)
        .WithSummary(summary)
        .WithDescription(
            $"Gemiddelde, spreiding en verandering per dimensie en moment, van ten minste {Afscherming.MinimumPersons} mensen die daarin toestemden, met een start en tot en met "
            + "het kwartaal. Wat met andere cijfers, ook van eerdere kwartalen, over minder mensen zou vertellen heet te klein om te tonen.")
        .MayFail(GroepscijferFailures.None);

    private static Task<Results<Ok<GroepscijfersAnswer>, ProblemHttpResult>> HandleProgramma(
        [AsParameters] GroepscijfersQuery query, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        AnswerAsync(Groep.Programma, query, database, cancellationToken);

    private static async Task<Results<Ok<GroepscijfersAnswer>, ProblemHttpResult>> HandleGebied(
        [StringLength(60), Description("Code van een gebied, bijvoorbeeld kanaleneiland.")] string gebied,
        [AsParameters] GroepscijfersQuery query, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        Gebied.TryFind(gebied, out var found)
            ? await AnswerAsync(new(Groepssoort.Gebied, found.Code), query, database, cancellationToken)
            : GroepscijferFailures.GroepUnknown.ToProblem();

    private static async Task<Results<Ok<GroepscijfersAnswer>, ProblemHttpResult>> HandleDoelgroep(
        [StringLength(20), Description("bewoner, werknemer of ondernemer.")] string doelgroep,
        [AsParameters] GroepscijfersQuery query, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        Doelgroepen.Contains(doelgroep, StringComparer.Ordinal)
            ? await AnswerAsync(new(Groepssoort.Doelgroep, doelgroep), query, database, cancellationToken)
            : GroepscijferFailures.GroepUnknown.ToProblem();

    private static async Task<Results<Ok<GroepscijfersAnswer>, ProblemHttpResult>> HandleActiviteit(
        Guid id, [AsParameters] GroepscijfersQuery query, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        await GroepscijferStore.IsActiviteitAsync(database, id, cancellationToken)
            ? await AnswerAsync(new(Groepssoort.Activiteit, id.ToString()), query, database, cancellationToken)
            : GroepscijferFailures.GroepUnknown.ToProblem();

    private static async Task<Results<Ok<GroepscijfersAnswer>, ProblemHttpResult>> AnswerAsync(
        Groep groep, GroepscijfersQuery query, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var momentopnamen = await GroepscijferStore.MomentopnamenAsync(connection, cancellationToken);
        if (momentopnamen.FirstOrDefault(row => query.Kwartaal is null || row.Kwartaal == query.Kwartaal) is not { } momentopname)
            return GroepscijferFailures.None.ToProblem();
        var maten = await GroepscijferStore.MatenAsync(connection, cancellationToken);
        var cijfers = await GroepscijferStore.ListAsync(connection, groep, momentopname.Kwartaal, cancellationToken);
        return TypedResults.Ok(GroepscijfersAnswer.Of(groep, momentopname, maten, cijfers));
    }
}
