using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Toestemmingen;

/// <summary>A yes to a text.</summary>
public sealed record ToestemmingBody([property: Range(1, 1000), Description("De versie van de tekst die de persoon zag.")] int TekstVersie);

/// <summary>What somebody said yes to.</summary>
internal sealed record ToestemmingAnswer(
    [property: Description("eigen-inzicht, groepscijfers of ervaringen.")] string Doel,
    [property: Description("De versie van de tekst die de persoon zag.")] int TekstVersie,
    [property: Description("Wanneer de persoon ja zei.")] DateTimeOffset GegevenOp,
    [property: Description("Wanneer dat is ingetrokken of vervangen; ontbreekt zolang het geldt.")] DateTimeOffset? IngetrokkenOp)
{
    public static ToestemmingAnswer Of(ToestemmingRow row) => new(row.Doel, row.TekstVersie, row.GegevenOp, row.IngetrokkenOp);
}

/// <summary>Consent of a resident, per purpose; only with the resident's own key.</summary>
internal static class EigenToestemmingen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/personen/{persoonId:guid}/toestemmingen", ListAsync)
            .WithName("listToestemmingen")
            .WithSummary("Eigen toestemmingen")
            .WithDescription("Waar de persoon ja tegen zei, en wat daarvan is ingetrokken; de nieuwste eerst, ten hoogste 200.")
            .Produces<CursorPage<ToestemmingAnswer>>()
            .MayFail(InzagesleutelFailures.All);
        api.MapPut("/personen/{persoonId:guid}/toestemmingen/{doel}", GiveAsync)
            .WithName("giveToestemming")
            .WithSummary("Toestemming geven")
            .WithDescription("Legt vast dat de persoon ja zei tegen de nieuwste tekst voor dit doel.")
            .Produces(StatusCodes.Status204NoContent)
            .MayFail(InzagesleutelFailures.All)
            .MayFail(ToestemmingFailures.DoelUnknown, ToestemmingFailures.TextOutdated);
        api.MapDelete("/personen/{persoonId:guid}/toestemmingen/{doel}", WithdrawAsync)
            .WithName("withdrawToestemming")
            .WithSummary("Toestemming intrekken")
            .WithDescription(
                "Werkt meteen. eigen-inzicht: alle metingen worden gewist. ervaringen: alle ervaringen worden gewist. groepscijfers: de antwoorden tellen in geen enkel "
                + "nieuw cijfer meer mee. Intrekken wat er niet is, mag.")
            .Produces(StatusCodes.Status204NoContent)
            .MayFail(InzagesleutelFailures.All)
            .MayFail(ToestemmingFailures.DoelUnknown);
    }

    private static async Task<IResult> ListAsync(Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await ToestemmingStore.ListAsync(connection, houder.Pseudoniem, http.RequestAborted);
        return TypedResults.Ok(new CursorPage<ToestemmingAnswer>([.. rows.Select(ToestemmingAnswer.Of)]));
    }

    private static async Task<IResult> GiveAsync(
        Guid persoonId, string doel, ToestemmingBody body, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        if (!Doelen.All.Contains(doel))
            return ToestemmingFailures.DoelUnknown.ToProblem();
        var (houder, refusal) = await inzage.OpenForWriteAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;

        var (connection, now) = (await work.OpenAsync(http.RequestAborted), clock.GetUtcNow());
        var texts = await ToestemmingStore.NewestTextsAsync(connection, http.RequestAborted);
        if (texts.Single(text => text.Doel == doel).Versie != body.TekstVersie)
            return ToestemmingFailures.TextOutdated.ToProblem();
        var row = new ToestemmingRow { Id = Guid.CreateVersion7(now), Doel = doel, TekstVersie = body.TekstVersie, GegevenOp = now };
        await ToestemmingStore.GiveAsync(connection, houder.Pseudoniem, row, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> WithdrawAsync(
        Guid persoonId, string doel, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        if (!Doelen.All.Contains(doel))
            return ToestemmingFailures.DoelUnknown.ToProblem();
        var (houder, refusal) = await inzage.OpenForWriteAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;

        var connection = await work.OpenAsync(http.RequestAborted);
        await ToestemmingStore.WithdrawAsync(connection, houder.Pseudoniem, doel, clock.GetUtcNow(), http.RequestAborted);
        if (doel == Doelen.EigenInzicht)
            await MetingStore.EraseAsync(connection, houder.Pseudoniem, http.RequestAborted);
        if (doel == Doelen.Ervaringen)
            await ErvaringStore.EraseAsync(connection, houder.Pseudoniem, http.RequestAborted);
        return TypedResults.NoContent();
    }
}
