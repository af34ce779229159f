using Dapper;
using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>
/// Forgets who a removed person was. Of a payout that was made, tax law wants name and bank account kept for seven years; a payout
/// that lies at the bank may yet be made. All others go at once.
/// </summary>
internal sealed class UitbetalingenEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
             delete from deelnemer where persoon_id = @persoonId;

             update begunstigde b set verwijderd_op = coalesce(verwijderd_op, @now), bewaren_tot = {BewarenTot}
             where persoon_id = @persoonId;

             delete from begunstigde b where persoon_id = @persoonId and {NothingPaid};
             """,
            new { persoonId, now },
            cancellationToken: cancellationToken));

    /// <summary>The end of the seventh calendar year after the last payout was settled; null when none was.</summary>
    internal const string BewarenTot =
        """
        (select (date_trunc('year', max(u.afgesloten_op) at time zone 'Europe/Amsterdam') + interval '8 years' - interval '1 day')::date
         from uitbetaling u where u.persoon_id = b.persoon_id and u.status = 'betaald')
        """;

    internal const string NothingPaid =
        "not exists (select 1 from uitbetaling u where u.persoon_id = b.persoon_id and u.status in ('in-batch', 'betaald'))";
}
