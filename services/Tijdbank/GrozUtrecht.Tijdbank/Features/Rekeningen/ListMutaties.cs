using System.ComponentModel;
using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary>One line of the statement. What does not apply is left out.</summary>
public sealed record MutatieAnswer(
    Guid OverboekingId,
    Guid TegenrekeningId,
    DateTimeOffset GeboektOp,
    [property: Description("Positief is bijgeschreven, negatief is afgeschreven; bij een rekening in minuten.")] long? MutatieMinuten = null,
    [property: Description("Saldo van deze rekening na deze mutatie, in minuten.")] long? SaldoNaMinuten = null,
    [property: Description("Positief is bijgeschreven, negatief is afgeschreven; bij een rekening in centen.")] long? MutatieCenten = null,
    [property: Description("Saldo van deze rekening na deze mutatie, in centen.")] long? SaldoNaCenten = null,
    [property: Description("Vrije tekst van de overboeking; kan later zijn gewist.")] string? Omschrijving = null,
    [property: Description("Waar de uren vandaan komen, bij een bijschrijving; bijvoorbeeld support.afspraak.")] string? Bron = null,
    [property: Description("Id bij de bron, bijvoorbeeld van de afspraak.")] Guid? BronId = null,
    [property: Description("Soort uren, bij een bijschrijving; bijvoorbeeld vrijwilligerswerk.")] string? UrenSoort = null,
    [property: Description("Dag waarop de uren zijn gemaakt.")] DateOnly? UitgevoerdDatum = null);

/// <summary><c>GET /rekeningen/{id}/mutaties</c>: the statement, newest first.</summary>
internal static class ListMutaties
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rekeningen/{id:guid}/mutaties", Handle)
        .WithSummary("Mutaties van een rekening")
        .WithDescription($"Het rekeningoverzicht, nieuwste eerst. Elke mutatie noemt het saldo erna. Foutcode: {RekeningFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<MutatieAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!TryReadCursor(page.Cursor, out var before))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await RekeningStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } rekening)
        {
            return RekeningFailures.Unknown.ToProblem();
        }

        var rows = await MutatieStore.ListAsync(connection, id, before, page.Size + 1, http.RequestAborted);
        var found = CursorPage<Mutatie>.Of(rows, page.Size, row => Cursor.Encode(row.Volgnummer.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new CursorPage<MutatieAnswer>([.. found.Items.Select(row => AnswerOf(row, rekening.Eenheid == Eenheid.Centen))], found.Volgende));
    }

    private static bool TryReadCursor(string? cursor, out long before)
    {
        before = long.MaxValue;
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 1, out var parts)
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out before));
    }

    private static MutatieAnswer AnswerOf(Mutatie row, bool inCenten) => new(
        row.OverboekingId, row.TegenrekeningId, row.GeboektOp,
        inCenten ? null : row.Bedrag, inCenten ? null : row.SaldoNa, inCenten ? row.Bedrag : null, inCenten ? row.SaldoNa : null,
        row.Omschrijving, row.Bron, row.BronId, row.UrenSoort, row.UitgevoerdDatum);
}
