using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>
/// A school keeps signed hour statements for five years; after that nobody needs the names with an agreement any more. What is
/// signed stays, under the student's number.
/// </summary>
internal sealed class Bewaartermijn(NpgsqlDataSource database, TimeProvider clock, ILogger<Bewaartermijn> logger)
    : RecurringWork(TimeSpan.FromHours(6), clock, logger)
{
    private const int MaximumRows = 1000;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from praktijkovereenkomst_tekst where praktijkovereenkomst_id in (
              select p.id from praktijkovereenkomst p join praktijkovereenkomst_tekst t on t.praktijkovereenkomst_id = p.id
              where p.eind_datum < (@now at time zone 'Europe/Amsterdam')::date - interval '5 years' limit @MaximumRows)
            """,
            new { now, MaximumRows },
            cancellationToken: cancellationToken));
    }
}
