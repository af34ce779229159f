using Dapper;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Overboekingen;

/// <summary><c>GET /overboekingen/{id}</c>: a transfer, for who sees one of its accounts.</summary>
internal static class GetOverboeking
{
    private const string Sql =
        """
        select o.id, van.id as van_rekening_id, naar.id as naar_rekening_id, o.bedrag as duur_minuten, o.geboekt_op
        from grootboek.overboeking o
        join grootboek.rekening van on van.nummer = o.van
        join grootboek.rekening naar on naar.nummer = o.naar
        where o.id = @id and o.soort in (1, 3) and van.eenheid = 1 and exists (
          select from rekening_toegang t join grootboek.rekening r on r.id = t.rekening_id
          where t.partner_id = @partnerId and t.rekening_id in (van.id, naar.id) and r.gesloten_op is null)
        """;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/overboekingen/{id:guid}", Handle)
        .WithSummary("Overboeking ophalen")
        .WithDescription($"Een overboeking van of naar een rekening die uw organisatie ziet. Foutcode: {OverboekingFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<OverboekingAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            Sql, new { id, partnerId = http.User.PartnerId() }, cancellationToken: http.RequestAborted));
        return row is null
            ? OverboekingFailures.Unknown.ToProblem()
            : TypedResults.Ok(new OverboekingAnswer(row.Id, row.VanRekeningId, row.NaarRekeningId, row.DuurMinuten, row.GeboektOp));
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public Guid VanRekeningId { get; init; }

        public Guid NaarRekeningId { get; init; }

        public long DuurMinuten { get; init; }

        public DateTimeOffset GeboektOp { get; init; }
    }
}
