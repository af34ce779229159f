using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Overzichten;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>Which days, and as what.</summary>
public sealed record OverzichtQuery(
    [property: FromQuery(Name = "van"), Description("Eerste dag, in Nederland.")] DateOnly Van,
    [property: FromQuery(Name = "tot"), Description("Laatste dag, in Nederland; die telt mee.")] DateOnly Tot,
    [property: FromQuery(Name = "formaat"), StringLength(10), Description("json, csv of pdf; gaat voor Accept.")] string? Formaat);

/// <summary><c>GET /rekeningen/{id}/overzichten</c>: the statement of an account over a period.</summary>
internal static class GetRekeningoverzicht
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rekeningen/{id:guid}/overzichten", Handle)
        .WithSummary("Rekeningoverzicht over een periode")
        .WithDescription(
            "Beginsaldo, regels, totalen en eindsaldo over Nederlandse kalenderdagen, ten hoogste 366. Vraag met Accept of formaat om JSON (in pagina's, oudste "
            + "eerst; cursor en limit gelden alleen hier), CSV (UTF-8 met BOM, puntkomma's, komma in bedragen in euro's; een tekst die een rekenblad als formule "
            + "zou lezen krijgt een apostrof ervoor) of PDF. CSV en PDF hebben ten hoogste 10.000 regels. Een regel die door een paar seconden wachten net voor "
            + "middernacht is gevraagd maar na een regel van de nieuwe dag is geboekt, staat in de nieuwe periode, zodat saldi altijd aansluiten. Foutcodes: "
            + $"{RekeningFailures.Unknown.Code} (404), {OverzichtFailures.FormatUnknown.Code} (406), {OverzichtFailures.PeriodCodes}, "
            + $"{OverzichtFailures.TooManyLines.Code} (422).")
        .Produces<RekeningoverzichtAnswer>(StatusCodes.Status200OK, Formaten.Json, CsvTable.MediaType, Formaten.Pdf)
        .AddOpenApiOperationTransformer(Formaten.DescribeFiles)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, [AsParameters] OverzichtQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (Formaten.Choose(http.Request, query.Formaat) is not { } formaat)
            return OverzichtFailures.FormatUnknown.ToProblem();
        var periode = new Periode(query.Van, query.Tot);
        if (periode.Check() is { } fault)
            return OverzichtFailures.Of(fault).ToProblem();
        if (!TryReadCursor(page.Cursor, out var after))
            return RequestFailures.CursorInvalid.ToProblem();

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await RekeningStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } rekening)
            return RekeningFailures.Unknown.ToProblem();

        await using var snapshot = await OverzichtStore.SnapshotAsync(connection, http.RequestAborted);
        var head = await OverzichtStore.HeadAsync(connection, id, periode, http.RequestAborted);
        var now = clock.GetUtcNow();
        if (formaat == Formaat.Json)
            return TypedResults.Ok(await PageAsync(connection, rekening, periode, head, page, after, now, http.RequestAborted));

        if (await OverzichtStore.TotalAsync(connection, id, head, http.RequestAborted) is not { } total)
            return OverzichtFailures.TooManyLines.ToProblem();
        var lines = await OverzichtStore.LinesAsync(connection, id, head, after: 0, OverzichtStore.MaximumLines, http.RequestAborted);
        var overzicht = new Rekeningoverzicht(rekening, periode, head, total, lines, now);
        return formaat == Formaat.Csv
            ? TypedResults.File(RekeningoverzichtFiles.Csv(overzicht), CsvTable.MediaType, $"{overzicht.FileName}.csv")
            : TypedResults.File(RekeningoverzichtFiles.Pdf(overzicht), Formaten.Pdf, $"{overzicht.FileName}.pdf");
    }

    private static async Task<RekeningoverzichtAnswer> PageAsync(
        NpgsqlConnection connection, Rekening rekening, Periode periode, Overzichtkop head, PageQuery page, long after, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var total = after == 0 ? await OverzichtStore.TotalAsync(connection, rekening.Id, head, cancellationToken) : null;
        var rows = await OverzichtStore.LinesAsync(connection, rekening.Id, head, after, page.Size + 1, cancellationToken);
        var found = CursorPage<Overzichtregel>.Of(rows, page.Size, row => Cursor.Encode(row.Volgnummer.ToString(CultureInfo.InvariantCulture)));
        return new(
            rekening.Id, rekening.Eenheid == Eenheid.Minuten ? "minuten" : "centen", periode.Van, periode.Tot, now, now < periode.End,
            head.Beginsaldo, head.Eindsaldo, [.. found.Items.Select(OverzichtregelAnswer.Of)], total?.Bij, total?.Af, found.Volgende);
    }

    private static bool TryReadCursor(string? cursor, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 1, out var parts)
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out after)
                && after < long.MaxValue);
    }
}
