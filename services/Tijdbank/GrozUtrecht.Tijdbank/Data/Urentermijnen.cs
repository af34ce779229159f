using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What time does to reports that nobody answers: a reminder, and in the end they expire.</summary>
internal sealed class Urentermijnen(UnitOfWork work)
{
    public static readonly TimeSpan RemindAfter = TimeSpan.FromDays(14);
    public static readonly TimeSpan ExpireAfter = TimeSpan.FromDays(30);

    /// <summary>How many one transaction takes on; there is another round when there were as many.</summary>
    public const int MaximumPerRound = 500;

    /// <summary>Asks once for each report that has waited two weeks; says how many.</summary>
    public async Task<int> RemindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var reminded = (await connection.QueryAsync<Waiting>(new CommandDefinition(
            """
            update urenregistratie u set herinnerd_op = @now, versie = versie + 1
            from (
              select id from urenregistratie
              where status in ('gemeld', 'gecorrigeerd') and wacht_sinds <= @before and herinnerd_op is null
              order by wacht_sinds limit @MaximumPerRound for update skip locked
            ) as stil
            where u.id = stil.id
            returning u.id, u.versie, u.persoon_id, u.voor_partner_id, u.voor_persoon_id, u.status, u.gemeld_door, u.duur_minuten,
              u.uitgevoerd_datum, u.wacht_sinds
            """,
            new { now, before = now - RemindAfter, MaximumPerRound },
            cancellationToken: cancellationToken))).AsList();
        reminded.ForEach(waiting => work.Publish(EventOf(waiting, now)));
        return reminded.Count;
    }

    /// <summary>Ends reports that have waited a month; says how many.</summary>
    public async Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            with verlopen as (
              update urenregistratie u set status = 'verlopen', versie = versie + 1, wacht_sinds = @now
              from (
                select id from urenregistratie
                where status in ('gemeld', 'gecorrigeerd') and wacht_sinds <= @before
                order by wacht_sinds limit @MaximumPerRound for update skip locked
              ) as oud
              where u.id = oud.id
              returning u.id, u.versie, u.duur_minuten
            )
            insert into urenregistratie_stap (urenregistratie_id, volgnummer, stap, status, duur_minuten, gezet_op)
            select id, versie, 'verlopen', 'verlopen', duur_minuten, @now from verlopen
            """,
            new { now, before = now - ExpireAfter, MaximumPerRound },
            cancellationToken: cancellationToken));
    }

    private static UrenbevestigingGevraagd EventOf(Waiting waiting, DateTimeOffset now)
    {
        var stand = new Urenstand(Words.Read<Urenstatus>(waiting.Status), Words.Read<Kant>(waiting.GemeldDoor), waiting.DuurMinuten, null);
        return new()
        {
            UrenregistratieId = waiting.Id,
            Version = waiting.Versie,
            PersoonId = waiting.PersoonId,
            VoorPartnerId = waiting.VoorPartnerId,
            VoorPersoonId = waiting.VoorPersoonId,
            AanZet = Words.Of(stand.Status == Urenstatus.Gemeld ? stand.Wederpartij : stand.GemeldDoor),
            DurationMinutes = waiting.DuurMinuten,
            UitgevoerdDatum = waiting.UitgevoerdDatum,
            VerlooptOp = waiting.WachtSinds + ExpireAfter,
            OpgetredenOp = now,
        };
    }

    private sealed record Waiting
    {
        public required Guid Id { get; init; }

        public required long Versie { get; init; }

        public required Guid PersoonId { get; init; }

        public Guid? VoorPartnerId { get; init; }

        public Guid? VoorPersoonId { get; init; }

        public required string Status { get; init; }

        public required string GemeldDoor { get; init; }

        public required int DuurMinuten { get; init; }

        public required DateOnly UitgevoerdDatum { get; init; }

        public required DateTimeOffset WachtSinds { get; init; }
    }
}

/// <summary>Looks every hour whether a report has waited too long.</summary>
internal sealed class UrentermijnenRonde(WorkRunner runner, TimeProvider clock, ILogger<UrentermijnenRonde> logger)
    : RecurringWork(TimeSpan.FromHours(1), clock, logger)
{
    private const int MaximumRounds = 100;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // First what expires, so that nobody is reminded of what is over.
        await RepeatAsync(termijnen => termijnen.ExpireAsync(now, cancellationToken), cancellationToken);
        await RepeatAsync(termijnen => termijnen.RemindAsync(now, cancellationToken), cancellationToken);
    }

    private async Task RepeatAsync(Func<Urentermijnen, Task<int>> round, CancellationToken cancellationToken)
    {
        for (var rounds = 0; rounds < MaximumRounds; rounds++)
        {
            if (await runner.RunAsync(round, cancellationToken) < Urentermijnen.MaximumPerRound)
            {
                return;
            }
        }
    }
}
