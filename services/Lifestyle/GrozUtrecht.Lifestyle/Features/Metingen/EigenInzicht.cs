using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Features.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Ervaringen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Toestemmingen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>Everything that is held of somebody here, for that person to take along.</summary>
internal sealed record InzichtexportAnswer(
    [property: Description("Wanneer deze export is gemaakt.")] DateTimeOffset GemaaktOp,
    [property: Description("De arrangementen.")] IReadOnlyList<ArrangementAnswer> Arrangementen,
    [property: Description("De metingen met alle antwoorden, en de bezochte activiteiten.")] InzichtAnswer Inzicht,
    [property: Description("Hoe activiteiten waren.")] IReadOnlyList<ErvaringAnswer> Ervaringen,
    [property: Description("Waar de persoon ja tegen zei.")] IReadOnlyList<ToestemmingAnswer> Toestemmingen,
    [property: Description("Wat er met de sleutel gebeurde.")] IReadOnlyList<SleutelgebeurtenisAnswer> Sleutelgebeurtenissen);

/// <summary>The insight of a resident: to see, to take along, to delete. Only with their own key.</summary>
internal static class EigenInzicht
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/personen/{persoonId:guid}/inzicht", SeeAsync)
            .WithName("getInzicht")
            .WithSummary("Eigen inzicht")
            .WithDescription("De scores van alle metingen en de bezochte activiteiten van de persoon zelf, met de eigen inzagesleutel. Geen enkele partner ziet dit zonder die sleutel.")
            .Produces<InzichtAnswer>()
            .MayFail(InzagesleutelFailures.All);
        api.MapGet("/personen/{persoonId:guid}/inzicht/export", ExportAsync)
            .WithName("exportInzicht")
            .WithSummary("Alles van de persoon meenemen")
            .WithDescription("Arrangementen, metingen met antwoorden, bezoeken, ervaringen, toestemmingen en het logboek van de sleutel, als JSON.")
            .Produces<InzichtexportAnswer>()
            .MayFail(InzagesleutelFailures.All);
        api.MapGet("/personen/{persoonId:guid}/inzicht/pdf", PrintAsync)
            .WithName("printInzicht")
            .WithSummary("Eigen inzicht op papier")
            .WithDescription("Een PDF met het web van zes dimensies en dezelfde cijfers in een tabel.")
            .Produces(StatusCodes.Status200OK, contentType: Pdf)
            .MayFail(InzagesleutelFailures.All);
        api.MapDelete("/personen/{persoonId:guid}/inzicht", DeleteAsync)
            .WithName("deleteInzicht")
            .WithSummary("Alles wissen wat de persoon invulde")
            .WithDescription("Wist alle metingen en ervaringen en trekt alle toestemmingen in. Een arrangement dat loopt, loopt door.")
            .Produces(StatusCodes.Status204NoContent)
            .MayFail(InzagesleutelFailures.All);
    }

    private static async Task<IResult> SeeAsync(Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return TypedResults.Ok(await Inzichtlezer.ReadAsync(connection, houder, withAnswers: false, http.RequestAborted));
    }

    private static async Task<IResult> ExportAsync(
        Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database, TimeProvider clock)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var arrangementen = await ArrangementStore.ListOfPersonAsync(connection, houder.Pseudoniem, http.RequestAborted);
        var ervaringen = await ErvaringStore.ListAsync(connection, houder.Pseudoniem, http.RequestAborted);
        var toestemmingen = await ToestemmingStore.ListAsync(connection, houder.Pseudoniem, http.RequestAborted);
        var gebeurtenissen = await Sleutellogboek.ListAsync(connection, houder.PersoonId, http.RequestAborted);
        return TypedResults.Ok(new InzichtexportAnswer(
            clock.GetUtcNow(),
            await Arrangementvorm.AnswersAsync(connection, arrangementen, http.RequestAborted),
            await Inzichtlezer.ReadAsync(connection, houder, withAnswers: true, http.RequestAborted),
            [.. ervaringen.Select(ErvaringAnswer.Of)],
            [.. toestemmingen.Select(ToestemmingAnswer.Of)],
            [.. gebeurtenissen.Select(SleutelgebeurtenisAnswer.Of)]));
    }

    private static async Task<IResult> PrintAsync(
        Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database, TimeProvider clock)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var inzicht = await Inzichtlezer.ReadAsync(connection, houder, withAnswers: false, http.RequestAborted);
        return TypedResults.File(InzichtDocument.Of(inzicht, clock.GetUtcNow()), Pdf, "mijn-inzicht.pdf");
    }

    private static async Task<IResult> DeleteAsync(
        Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        var (houder, refusal) = await inzage.OpenForWriteAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        var connection = await work.OpenAsync(http.RequestAborted);
        await MetingStore.EraseAsync(connection, houder.Pseudoniem, http.RequestAborted);
        await ErvaringStore.EraseAsync(connection, houder.Pseudoniem, http.RequestAborted);
        await ToestemmingStore.WithdrawAsync(connection, houder.Pseudoniem, doel: null, clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.NoContent();
    }
}
