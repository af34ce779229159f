using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.SocialeVragen;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>Raises questions that nobody picked up within their term to everybody on duty, and again every term.</summary>
internal sealed class SocialeVraagTermijnen(WorkRunner runner, TimeProvider clock, ILogger<SocialeVraagTermijnen> logger)
    : RecurringWork(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int MaximumPerRound = 200;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var more = true;
        for (var count = 0; more && count < MaximumPerRound; count++)
        {
            more = await runner.RunAsync<SocialeVraagTermijn, bool>(termijn => termijn.WarnNextAsync(now, cancellationToken), cancellationToken);
        }
    }
}

/// <summary>One question that waited too long.</summary>
internal sealed class SocialeVraagTermijn(UnitOfWork work, IOptions<SocialeVraagSettings> settings)
{
    private const int MaximumOnDuty = 100;

    /// <summary>False when there is none.</summary>
    public async Task<bool> WarnNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await LockDueAsync(connection, now, cancellationToken) is not { } vraag)
        {
            return false;
        }

        // Its version tells who edits it that something changed; that somebody was warned is nothing to edit against.
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE sociale_vragen SET gewaarschuwd_op = @now WHERE id = @Id", new { vraag.Id, now }, cancellationToken: cancellationToken));
        await SocialeVraagStore.AddStapAsync(connection, vraag.Id, Stap.Gewaarschuwd, vraag.BuurtassistentId, now, cancellationToken);
        IReadOnlyList<DienstRow> onDuty = vraag.BuurtId is { } buurtId
            ? await DienstStore.OnDutyAsync(connection, buurtId, now, MaximumOnDuty, cancellationToken)
            : [];
        work.Publish(new SocialeVraagOverdue
        {
            SocialeVraagId = vraag.Id,
            Version = vraag.Version,
            PartnerId = vraag.PartnerId,
            BuurtId = vraag.BuurtId,
            Urgentie = vraag.Urgentie,
            WaitMinutes = SocialeVraag.WaitMinutes(vraag.AangemaaktOp, now),
            BuurtassistentIds = [.. onDuty.Select(dienst => dienst.BuurtassistentId!.Value)],
            OpgetredenOp = now,
        });
        return true;
    }

    private Task<SocialeVraagRow?> LockDueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<SocialeVraagRow>(new CommandDefinition(
            $"""
            SELECT {SocialeVraagRow.Columns}
            FROM sociale_vragen
            WHERE status = 'nieuw' AND coalesce(gewaarschuwd_op, aangemaakt_op) + CASE urgentie WHEN 'hoog' THEN @high WHEN 'normaal' THEN @normal ELSE @low END <= @now
            ORDER BY aangemaakt_op, id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            new
            {
                now,
                high = settings.Value.TermOf(Urgentie.Hoog),
                normal = settings.Value.TermOf(Urgentie.Normaal),
                low = settings.Value.TermOf(Urgentie.Laag),
            },
            cancellationToken: cancellationToken));
}
