using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Levensloop;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>
/// Calls appointments off before they begin. When a helper does so the beurt looks for another; when the hulpvrager does so it is over.
/// </summary>
internal sealed class Afmeldingen(UnitOfWork work, Vervolg vervolg, IOptions<LevensloopSettings> settings)
{
    /// <summary>Calls off an appointment of a locked hulpvraag; the appointment as it is then, or why not.</summary>
    public async Task<(AfspraakRow Afspraak, Failure? Failure)> CancelAsync(
        HulpvraagRow hulpvraag, AfspraakRow afspraak, Afmelding said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isRepeated = afspraak.AfgemeldDoor == Words<Rol>.Of(said.Rol);
        if (isRepeated && !said.AndLater)
        {
            return (afspraak, null);
        }

        if (!isRepeated && afspraak.ToDomain().HasEnded)
        {
            return (afspraak, AfspraakFailures.Ended);
        }

        if (afspraak.BegintOp <= now)
        {
            return (afspraak, AfspraakFailures.Begun);
        }

        var connection = await work.OpenAsync(cancellationToken);
        await HelperLock.OfHulpvraagAsync(connection, hulpvraag.Id, cancellationToken);
        var late = TimeSpan.FromHours(settings.Value.LateHours);
        var cancelled = said.Rol is Rol.Helper
            ? await AfspraakStore.CancelByHelperAsync(connection, afspraak, said, late, now, cancellationToken)
            : await AfspraakStore.CancelByHulpvragerAsync(connection, afspraak, said, late, now, cancellationToken);
        PublishAll(cancelled, hulpvraag.PartnerId, now);
        await VoorstelStore.LapseFilledAsync(connection, hulpvraag.Id, now, cancellationToken);
        await HulpvraagStore.FollowAsync(connection, hulpvraag.Id, now, cancellationToken);
        if (said.Rol is Rol.Helper && cancelled.Count > 0)
        {
            await SearchAgainAsync(connection, hulpvraag, cancelled, now, cancellationToken);
        }

        return (cancelled.FirstOrDefault(row => row.Id == afspraak.Id) ?? afspraak, null);
    }

    private async Task SearchAgainAsync(
        NpgsqlConnection connection, HulpvraagRow before, IReadOnlyList<AfspraakRow> cancelled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deadline = Hulpvraag.DeadlineAgain(Words<Urgentie>.Read(before.Urgentie), cancelled[0].BegintOp, now);
        await LevensloopStore.RenewAsync(connection, before.Id, deadline, now, cancellationToken);
        var hulpvraag = await HulpvraagStore.FindAsync(connection, before.PartnerId, before.Id, cancellationToken)
            ?? throw new InvalidOperationException("A locked hulpvraag is there.");
        if (!cancelled.Any(row => row.LaatAfgemeld == true))
        {
            await vervolg.ContinueAsync(hulpvraag, now, cancellationToken);
            return;
        }

        // One question is enough for the buurtassistent: when nobody is left to ask, this one says so too.
        var outcome = await vervolg.SearchAsync(hulpvraag, now, cancellationToken);
        await vervolg.EscalateAsync(hulpvraag, EscalatieReden.CancelledLate, isDeadEnd: outcome is Zoekuitkomst.Nobody, now, cancellationToken);
    }

    private void PublishAll(IReadOnlyList<AfspraakRow> cancelled, Guid partnerId, DateTimeOffset now)
    {
        // A year of visits by several helpers; the number of beurten and of plekken is bounded.
        work.AllowEvents(cancelled.Count + 100);
        foreach (var row in cancelled)
        {
            work.Publish(new AfspraakAfgemeld
            {
                AfspraakId = row.Id,
                HulpvraagId = row.HulpvraagId,
                HelperId = row.HelperId,
                Version = row.Version,
                PartnerId = partnerId,
                Rol = row.AfgemeldDoor!,
                Code = row.Afmeldcode!,
                Laat = row.LaatAfgemeld!.Value,
                BegintOp = row.BegintOp,
                OpgetredenOp = now,
            });
        }
    }
}
