using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>
/// Takes back payouts that waited too long or whose person left, erases what tax law no longer wants kept, and seals again what an old
/// key sealed. All of it looks at what is there, so that two replicas or two rounds end the same.
/// </summary>
internal sealed class UitbetalingenCleanup(
    NpgsqlDataSource dataSource, WorkRunner runner, BegunstigdeStore begunstigden, BetaalbatchStore batches, TimeProvider clock,
    ILogger<UitbetalingenCleanup> logger)
    : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 200;
    private const int MaximumFilesPerRound = 20;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        foreach (var due in await FindDueAsync(connection, now, cancellationToken))
        {
            await runner.RunAsync<Uitbetalingseinde, bool>(
                einde => einde.WithdrawAsync(due.Id, due.PartnerId, due.Redencode, cancellationToken), cancellationToken);
        }

        await EraseAsync(connection, now, cancellationToken);
        await begunstigden.ResealAsync(connection, MaximumPerRound, cancellationToken);
        await batches.ResealAsync(connection, MaximumFilesPerRound, cancellationToken);
    }

    private static async Task<IEnumerable<Due>> FindDueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.QueryAsync<Due>(new CommandDefinition(
            """
            select u.id, u.partner_id, case when r.gesloten_op is null then @Expired else @PersoonRemoved end as redencode
            from uitbetaling u join grootboek.rekening r on r.persoon_id = u.persoon_id
            where u.status in ('aangevraagd', 'goedgekeurd') and (r.gesloten_op is not null or u.vervalt_op <= @tooLate)
            order by u.vervalt_op limit @MaximumPerRound
            """,
            new
            {
                Uitbetalingseinde.Expired, Uitbetalingseinde.PersoonRemoved, tooLate = now + Uitbetalingstermijn.NeededByBank, MaximumPerRound,
            },
            cancellationToken: cancellationToken));

    // A person can be written down at the very moment of leaving, and a payout can be settled after it.
    private static Task EraseAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
             delete from deelnemer d using grootboek.rekening r where r.persoon_id = d.persoon_id and r.gesloten_op is not null;

             update begunstigde b set verwijderd_op = @now from grootboek.rekening r
             where r.persoon_id = b.persoon_id and r.gesloten_op is not null and b.verwijderd_op is null;

             update begunstigde b set bewaren_tot = {UitbetalingenEraser.BewarenTot} where verwijderd_op is not null;

             delete from begunstigde b where verwijderd_op is not null and (bewaren_tot < @today or {UitbetalingenEraser.NothingPaid});

             update betaalbatch set bestand_verzegeld = null where bestand_verzegeld is not null and bewaren_tot < @today;
             """,
            new { now, today = NederlandseTijd.DayOf(now) },
            cancellationToken: cancellationToken));

    private sealed record Due
    {
        public Guid Id { get; init; }

        public Guid PartnerId { get; init; }

        public string Redencode { get; init; } = "";
    }
}
