using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>
/// Reminds of appointments, and asks afterwards whether they took place. It touches columns of its own and waits for nothing, so it
/// needs no hulpvraag to be locked.
/// </summary>
internal sealed class Herinneringen(UnitOfWork work, IOptions<LevensloopSettings> settings)
{
    /// <summary>How many one transaction takes on; there is another when there were as many.</summary>
    public const int MaximumPerTransaction = 200;

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(3);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(11);

    /// <summary>Reminds once of what begins soon; not of what was planned shortly before, because who said yes just now remembers.</summary>
    public async Task<int> RemindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            UPDATE afspraken a SET herinnerd_op = @now
            FROM (
              SELECT id FROM afspraken
              WHERE status = 'gepland' AND herinnerd_op IS NULL AND begint_op > @now AND begint_op <= @now + @before AND aangemaakt_op <= begint_op - @before
              ORDER BY begint_op, id LIMIT @limit FOR UPDATE SKIP LOCKED
            ) due
            WHERE a.id = due.id
            RETURNING a.id, a.partner_id, a.hulpvraag_id, a.helper_id, a.version, a.begint_op, a.status, a.helper_doorgegaan, a.hulpvrager_doorgegaan, a.navraag
            """,
            new { now, before = TimeSpan.FromHours(settings.Value.RemindHours), limit = MaximumPerTransaction },
            cancellationToken: cancellationToken))).AsList();
        rows.ForEach(row => work.Publish(new AfspraakHerinnerd
        {
            AfspraakId = row.Id,
            HulpvraagId = row.HulpvraagId,
            HelperId = row.HelperId,
            Version = row.Version,
            PartnerId = row.PartnerId,
            BegintOp = row.BegintOp,
            OpgetredenOp = now,
        }));
        return rows.Count;
    }

    /// <summary>Asks when it is over, and once more after three days; eleven days later it is up to the buurtassistent.</summary>
    public async Task<int> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            UPDATE afspraken a SET navraag = a.navraag + 1, navragen_op = @now + CASE a.navraag WHEN 0 THEN @again ELSE @giveUp END
            FROM (
              SELECT id FROM afspraken
              WHERE status IN ('gepland', 'minuten-verschillen') AND navragen_op <= @now AND navraag < 2
              ORDER BY navragen_op, id LIMIT @limit FOR UPDATE SKIP LOCKED
            ) due
            WHERE a.id = due.id
            RETURNING a.id, a.partner_id, a.hulpvraag_id, a.helper_id, a.version, a.begint_op, a.status, a.helper_doorgegaan, a.hulpvrager_doorgegaan, a.navraag
            """,
            new { now, again = AskAgainAfter, giveUp = GiveUpAfter, limit = MaximumPerTransaction },
            cancellationToken: cancellationToken))).AsList();
        rows.ForEach(row => work.Publish(new BevestigingGevraagd
        {
            AfspraakId = row.Id,
            HulpvraagId = row.HulpvraagId,
            HelperId = row.HelperId,
            Version = row.Version,
            PartnerId = row.PartnerId,
            Rollen = row.Rollen,
            Keer = row.Navraag,
            OpgetredenOp = now,
        }));
        return rows.Count;
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid PartnerId { get; init; }

        public required Guid HulpvraagId { get; init; }

        public required Guid HelperId { get; init; }

        public required long Version { get; init; }

        public required DateTimeOffset BegintOp { get; init; }

        public required string Status { get; init; }

        public bool? HelperDoorgegaan { get; init; }

        public bool? HulpvragerDoorgegaan { get; init; }

        public required int Navraag { get; init; }

        /// <summary>Who still has to say something; both when they contradict each other.</summary>
        public IReadOnlyList<string> Rollen => Words<AfspraakStatus>.Read(Status) is AfspraakStatus.MinutenVerschillen
            ? Words<Rol>.Of([Rol.Helper, Rol.Hulpvrager])
            : Words<Rol>.Of(Enum.GetValues<Rol>().Where(rol => (rol is Rol.Helper ? HelperDoorgegaan : HulpvragerDoorgegaan) is null));
    }
}
