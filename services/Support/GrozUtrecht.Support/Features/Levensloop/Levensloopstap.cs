using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using Npgsql;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>Everything that time does to one hulpvraag, in one transaction.</summary>
internal sealed class Levensloopstap(UnitOfWork work, Vervolg vervolg)
{
    private static readonly TimeSpan SettleAgainAfter = TimeSpan.FromDays(1);

    /// <summary>True when another step may be taken at once.</summary>
    public async Task<bool> TakeAsync(Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await LevensloopStore.TryLockAsync(connection, hulpvraagId, cancellationToken) is not { } hulpvraag)
        {
            return false;
        }

        await ExpireAsync(connection, hulpvraag, now, cancellationToken);
        var again = await vervolg.ContinueAsync(hulpvraag, now, cancellationToken);
        if (hulpvraag.StatusValue is HulpvraagStatus.Open && await LevensloopStore.IsToSettleAsync(connection, hulpvraagId, now, cancellationToken))
        {
            await SettleAsync(connection, hulpvraagId, now, cancellationToken);
        }

        if (await LevensloopStore.EndNavraagAsync(connection, hulpvraagId, now, cancellationToken))
        {
            await vervolg.EscalateAsync(hulpvraag, EscalatieReden.NotConfirmed, isDeadEnd: false, now, cancellationToken);
        }

        return again;
    }

    private async Task ExpireAsync(NpgsqlConnection connection, HulpvraagRow hulpvraag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (id, helperId) in await LevensloopStore.ExpireAsync(connection, hulpvraag.Id, now, cancellationToken))
        {
            work.Publish(new VoorstelVerlopen
            {
                VoorstelId = id,
                HulpvraagId = hulpvraag.Id,
                HelperId = helperId,
                Version = hulpvraag.Version,
                PartnerId = hulpvraag.PartnerId,
                OpgetredenOp = now,
            });
        }
    }

    /// <summary>The time of every beurt is over. What was registered afterwards can still be filled, so that is looked at again.</summary>
    private static async Task SettleAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Hulpvraag.StatusOf(await BeurtStore.StandAsync(connection, hulpvraagId, now, cancellationToken)) is HulpvraagStatus.Open)
        {
            await LevensloopStore.SettleAgainAsync(connection, hulpvraagId, now + SettleAgainAfter, cancellationToken);
            return;
        }

        await VoorstelStore.LapseAsync(connection, hulpvraagId, now, cancellationToken);
        await HulpvraagStore.FollowAsync(connection, hulpvraagId, now, cancellationToken);
    }
}
