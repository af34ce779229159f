using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Toestemmingen;

/// <summary>A text that people say yes to.</summary>
public sealed record ToestemmingstekstBody(
    [property: Required, StringLength(4000, MinimumLength = 1), Description("De tekst in eenvoudig Nederlands.")] string Nederlands,
    [property: Required, StringLength(4000, MinimumLength = 1), Description("Dezelfde tekst in het Engels.")] string Engels);

/// <summary>A version of a text.</summary>
internal sealed record ToestemmingstekstAnswer(
    [property: Description("eigen-inzicht, groepscijfers of ervaringen.")] string Doel,
    [property: Description("Versie; een gepubliceerde tekst verandert nooit.")] int Versie,
    [property: Description("De tekst in het Nederlands.")] string Nederlands,
    [property: Description("De tekst in het Engels.")] string Engels,
    [property: Description("Wanneer deze versie kwam.")] DateTimeOffset GepubliceerdOp)
{
    public static ToestemmingstekstAnswer Of(ToestemmingstekstRow row) => new(row.Doel, row.Versie, row.Nederlands, row.Engels, row.GepubliceerdOp);
}

/// <summary>The texts of consent: to show, and for the programme to renew.</summary>
internal static class Toestemmingsteksten
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/toestemmingsteksten", ListAsync)
            .WithName("listToestemmingsteksten")
            .WithSummary("Teksten voor toestemming")
            .WithDescription("De nieuwste tekst per doel, in het Nederlands en Engels. Laat de tekst zien voordat u toestemming vastlegt.");
        api.MapPut("/toestemmingsteksten/{doel}/versies/{versie:int}", PublishAsync)
            .WithName("publishToestemmingstekst")
            .RequireScope(VragenlijstFailures.Scope)
            .WithSummary("Tekst voor toestemming laden")
            .WithDescription("Publiceert de volgende versie van een tekst. Wie eerder ja zei, zei ja tegen de vorige versie; die toestemming blijft gelden.")
            .MayFail(ToestemmingFailures.DoelUnknown, ToestemmingFailures.VersionTaken);
    }

    private static async Task<Ok<CursorPage<ToestemmingstekstAnswer>>> ListAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await ToestemmingStore.NewestTextsAsync(connection, cancellationToken);
        return TypedResults.Ok(new CursorPage<ToestemmingstekstAnswer>([.. rows.Select(ToestemmingstekstAnswer.Of)]));
    }

    private static async Task<Results<Created<ToestemmingstekstAnswer>, Ok<ToestemmingstekstAnswer>, ProblemHttpResult>> PublishAsync(
        string doel, int versie, ToestemmingstekstBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!Doelen.All.Contains(doel))
            return ToestemmingFailures.DoelUnknown.ToProblem();
        var row = new ToestemmingstekstRow
        {
            Doel = doel, Versie = versie, Nederlands = body.Nederlands, Engels = body.Engels, GepubliceerdOp = clock.GetUtcNow(),
        };
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ToestemmingStore.TryPublishAsync(connection, row, http.RequestAborted))
            return TypedResults.Created(http.Request.Path, ToestemmingstekstAnswer.Of(row));
        var published = await ToestemmingStore.FindTextAsync(connection, doel, versie, http.RequestAborted);
        return published is { } known && (known.Nederlands, known.Engels) == (body.Nederlands, body.Engels)
            ? TypedResults.Ok(ToestemmingstekstAnswer.Of(known))
            : ToestemmingFailures.VersionTaken.ToProblem();
    }
}
