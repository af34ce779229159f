using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>GET /uitbetalingen</c>: those of the caller's organisation, oldest first.</summary>
internal static class ListUitbetalingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/uitbetalingen", HandleAsync)
        .WithSummary("Lijst van uitbetalingen")
        .WithDescription("De uitbetalingen van uw organisatie, oudste eerst, eventueel met een status, van een persoon of in een batch.");

    private static async Task<Results<Ok<CursorPage<UitbetalingAnswer>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("aangevraagd, goedgekeurd, afgekeurd, ingetrokken, in-batch, betaald of mislukt.")]
        [AllowedValues(null, "aangevraagd", "goedgekeurd", "afgekeurd", "ingetrokken", "in-batch", "betaald", "mislukt", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        [Description("Alleen van deze persoon.")] Guid? persoonId,
        [Description("Alleen in deze batch.")] Guid? batchId,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Uitbetaling>(new CommandDefinition(
            $"""
             select {Uitbetaling.Columns} from uitbetaling u
             where u.partner_id = @partnerId and u.id > @after and (@status::text is null or u.status = @status)
               and (@persoonId::uuid is null or u.persoon_id = @persoonId) and (@batchId::uuid is null or u.batch_id = @batchId)
             order by u.id limit @count
             """,
            new { partnerId = http.User.PartnerId(), after, status, persoonId, batchId, count = page.Size + 1 },
            cancellationToken: http.RequestAborted));
        return TypedResults.Ok(CursorPage<UitbetalingAnswer>.Of(
            [.. rows.Select(row => UitbetalingAnswer.Of(row))], page.Size, uitbetaling => Cursor.Encode(uitbetaling.Id)));
    }
}
