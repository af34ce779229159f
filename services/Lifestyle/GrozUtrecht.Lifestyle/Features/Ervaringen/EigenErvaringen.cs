using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Toestemmingen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Ervaringen;

/// <summary>A question that waits for an answer.</summary>
internal sealed record ErvaringsvraagAnswer(
    [property: Description("Het arrangement.")] Guid ArrangementId,
    [property: Description("De activiteit.")] Guid ActiviteitId,
    [property: Description("Na de hoeveelste keer dit wordt gevraagd.")] Keer Keer);

/// <summary>How an activity was.</summary>
public sealed record ErvaringBody(
    [property: Range(1, 5), Description("Van 1 (helemaal niet fijn) tot 5 (heel fijn).")] int Cijfer,
    [property: MaxLength(5), Description("Woorden die passen.")] IReadOnlyList<Ervaringswoord>? Woorden = null,
    [property: StringLength(500, MinimumLength = 1), Description("Wat de persoon er nog over wil zeggen; alleen voor de persoon zelf.")] string? Opmerking = null);

/// <summary>An answer that was given.</summary>
internal sealed record ErvaringAnswer(
    [property: Description("Het arrangement.")] Guid ArrangementId,
    [property: Description("De activiteit.")] Guid ActiviteitId,
    [property: Description("Na de hoeveelste keer dit is gevraagd.")] Keer Keer,
    [property: Description("Van 1 tot 5.")] int Cijfer,
    [property: Description("Woorden die pasten.")] IReadOnlyList<Ervaringswoord> Woorden,
    [property: Description("Wat de persoon er nog over zei.")] string? Opmerking,
    [property: Description("De dag van het antwoord.")] DateOnly GegevenDatum)
{
    public static ErvaringAnswer Of(ErvaringRow row) => new(
        row.ArrangementId, row.ActiviteitId, Words.Read<Keer>(row.Keer), row.Cijfer, Words.Read<Ervaringswoord>(row.Woorden), row.Opmerking, row.GegevenDatum);
}

/// <summary>How the chosen activities are, asked after the first, the third and the last time; only with the resident's own key.</summary>
internal static class EigenErvaringen
{
    public static readonly Failure NotAsked = new(
        "lifestyle.ervaring.niet-gevraagd", StatusCodes.Status409Conflict, "Deze vraag staat niet open: al beantwoord, of de persoon was er nog niet vaak genoeg");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/personen/{persoonId:guid}/ervaringsvragen", ListAsync)
            .WithName("listErvaringsvragen")
            .WithSummary("Open vragen over activiteiten")
            .WithDescription("Welke gekozen activiteiten nu een kort oordeel vragen: na de eerste, de derde en de laatste keer. Zonder toestemming voor ervaringen geen.")
            .Produces<CursorPage<ErvaringsvraagAnswer>>()
            .MayFail(InzagesleutelFailures.All);
        api.MapPut("/personen/{persoonId:guid}/ervaringen/{activiteitId:guid}/{keer}", AnswerAsync)
            .WithName("answerErvaringsvraag")
            .WithSummary("Zeggen hoe een activiteit was")
            .WithDescription("Een cijfer, eventueel woorden en een opmerking. Het staat onder het pseudoniem; een opmerking ziet alleen de persoon zelf. keer is eerste, derde of laatste.")
            .Produces(StatusCodes.Status204NoContent)
            .MayFail(InzagesleutelFailures.All)
            .MayFail(NotAsked, ToestemmingFailures.Missing, FreeText.HoldsBsn, FreeText.Unreadable);
    }

    private static async Task<IResult> ListAsync(Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (!await ToestemmingStore.HasAsync(connection, houder.Pseudoniem, Doelen.Ervaringen, http.RequestAborted))
            return TypedResults.Ok(new CursorPage<ErvaringsvraagAnswer>([]));
        return TypedResults.Ok(new CursorPage<ErvaringsvraagAnswer>(await Openstaand.ReadAsync(connection, houder, http.RequestAborted)));
    }

    private static async Task<IResult> AnswerAsync(
        Guid persoonId, Guid activiteitId, string keer, ErvaringBody body, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work,
        TimeProvider clock)
    {
        if (body.Opmerking is { } remark && FreeText.Refuse(remark) is { } unfit)
            return unfit;
        var (houder, refusal) = await inzage.OpenForWriteAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        var (connection, now) = (await work.OpenAsync(http.RequestAborted), clock.GetUtcNow());
        if (!await ToestemmingStore.HasAsync(connection, houder.Pseudoniem, Doelen.Ervaringen, http.RequestAborted))
            return ToestemmingFailures.Missing.ToProblem();

        var open = await Openstaand.ReadAsync(connection, houder, http.RequestAborted);
        if (open.FirstOrDefault(vraag => vraag.ActiviteitId == activiteitId && Words.Of(vraag.Keer) == keer) is not { } asked)
            return NotAsked.ToProblem();
        var row = new ErvaringRow
        {
            Id = Guid.CreateVersion7(now),
            Pseudoniem = houder.Pseudoniem,
            ArrangementId = asked.ArrangementId,
            ActiviteitId = activiteitId,
            Keer = keer,
            Cijfer = body.Cijfer,
            Woorden = Words.Of<Ervaringswoord>([.. (body.Woorden ?? []).Distinct()]),
            Opmerking = body.Opmerking,
            GegevenDatum = NederlandseTijd.DayOf(now),
        };
        return await ErvaringStore.TryAddAsync(connection, row, http.RequestAborted) ? TypedResults.NoContent() : NotAsked.ToProblem();
    }
}
