using System.ComponentModel;
using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The kinds of entries that are verified.</summary>
public enum Kaartsoort
{
    Organisatie,
    Voorziening,
}

/// <summary>An entry that somebody must look at again.</summary>
internal sealed record VerificatieAnswer(
    [property: Description("Wat het is.")] Kaartsoort Soort,
    [property: Description("Id van de organisatie of voorziening.")] Guid Id,
    [property: Description("Naam ervan.")] string Naam,
    [property: Description("Team dat de gegevens bijhoudt.")] string? OnderhoudenDoor,
    [property: Description("Dag waarop iemand het laatst zag dat het klopt.")] DateOnly GeverifieerdDatum,
    [property: Description("Dag waarop het opnieuw bekeken moet zijn.")] DateOnly VerifierenVoorDatum);

/// <summary><c>GET /verificaties</c>.</summary>
internal static class ListVerificaties
{
    private const string DateFormat = "yyyyMMdd";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/verificaties", HandleAsync)
        .WithSummary("Wat opnieuw bekeken moet worden")
        .WithDescription("Wat u publiceerde en uiterlijk op voorDatum geverifieerd moet zijn, wat het langst wacht eerst.");

    private static async Task<Results<Ok<CursorPage<VerificatieAnswer>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Tot en met deze dag; zonder is dat vandaag.")] DateOnly? voorDatum,
        HttpContext http,
        NpgsqlDataSource database,
        TimeProvider clock)
    {
        if (!TryReadCursor(page.Cursor, out var afterDate, out var afterId))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var before = voorDatum ?? NederlandseTijd.DayOf(clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await VerificatieStore.ListAsync(connection, http.User.PartnerId(), before, afterDate, afterId, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<VerificatieAnswer>.Of([.. rows.Select(ToAnswer)], page.Size, CursorOf));
    }

    private static VerificatieAnswer ToAnswer(VerificatieRow row) => new(
        Data.Words<Kaartsoort>.Read(row.Soort), row.Id, row.Naam, row.OnderhoudenDoor, row.GeverifieerdDatum, row.VerifierenVoorDatum);

    private static string CursorOf(VerificatieAnswer entry) =>
        Cursor.Encode(entry.VerifierenVoorDatum.ToString(DateFormat, CultureInfo.InvariantCulture), entry.Id.ToString("N"));

    private static bool TryReadCursor(string? cursor, out DateOnly date, out Guid id)
    {
        (date, id) = (DateOnly.MinValue, Guid.Empty);
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 2, out var parts)
                && DateOnly.TryParseExact(parts[0], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
                && Guid.TryParseExact(parts[1], "N", out id));
    }
}
