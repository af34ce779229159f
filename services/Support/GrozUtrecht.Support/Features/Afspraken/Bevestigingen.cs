using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Levensloop;
using Npgsql;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>Takes what one side says of an appointment, and what follows from it: hours, or another helper, or the buurtassistent.</summary>
internal sealed class Bevestigingen(UnitOfWork work, Vervolg vervolg, Afmeldingen afmeldingen)
{
    /// <summary>Takes the word of one side about an appointment of a locked hulpvraag; the appointment as it is then, or why not.</summary>
    public async Task<(AfspraakRow Afspraak, Failure? Failure)> ConfirmAsync(
        HulpvraagRow hulpvraag, AfspraakRow row, Rol rol, Bevestiging said, Rol? absent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.BegintOp > now && (said.Doorgegaan || absent is not null))
        {
            return (row, AfspraakFailures.NotBegun);
        }

        if (!said.Doorgegaan && (row.BegintOp > now || row.AfgemeldDoor == Words<Rol>.Of(rol)))
        {
            return await afmeldingen.CancelAsync(hulpvraag, row, new(rol, Afmeldcode.Anders, null, AndLater: false), now, cancellationToken);
        }

        var before = row.ToDomain();
        if (before.Confirm(rol, said) is not { } after)
        {
            return (row, AfspraakFailures.Ended);
        }

        if (after == before)
        {
            return (row, null);
        }

        var connection = await work.OpenAsync(cancellationToken);
        await HelperLock.OfHulpvraagAsync(connection, hulpvraag.Id, cancellationToken);
        var confirmed = row.With(after) with { NietVerschenen = absent is { } who ? Words<Rol>.Of(who) : null };
        await AfspraakStore.UpdateAsync(connection, confirmed, cancellationToken);
        if (after.HasEnded)
        {
            await FollowAsync(connection, hulpvraag, confirmed, after, now, cancellationToken);
        }

        return (confirmed, null);
    }

    /// <summary>Lets the hulpvraag follow an appointment that has just ended.</summary>
    private async Task FollowAsync(
        NpgsqlConnection connection, HulpvraagRow before, AfspraakRow row, Afspraak afspraak, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (status, version) = await HulpvraagStore.FollowAsync(connection, before.Id, now, cancellationToken);
        if (afspraak.Status is AfspraakStatus.Uitgevoerd)
        {
            await PublishAsync(connection, before, row, afspraak, version, now, cancellationToken);
            return;
        }

        var hulpvraag = before with { Status = Words<HulpvraagStatus>.Of(status), Version = version };
        // Who is waiting for the next visit must not find out alone that nobody comes.
        if (row.NietVerschenen == Words<Rol>.Of(Rol.Helper) && status is HulpvraagStatus.Open or HulpvraagStatus.Gepland)
        {
            await vervolg.EscalateAsync(hulpvraag, EscalatieReden.NotShownUp, isDeadEnd: false, now, cancellationToken);
        }

        await vervolg.ContinueAsync(hulpvraag, now, cancellationToken);
    }

    private async Task PublishAsync(
        NpgsqlConnection connection, HulpvraagRow hulpvraag, AfspraakRow row, Afspraak afspraak, long version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await AfspraakStore.FulfilledFactsAsync(connection, row.Id, cancellationToken);
        work.Publish(new HulpvraagFulfilled
        {
            HulpvraagId = hulpvraag.Id,
            AfspraakId = row.Id,
            Version = version,
            PartnerId = hulpvraag.PartnerId,
            HelperPersoonId = facts.HelperPersoonId,
            HulpvragerPersoonId = facts.HulpvragerPersoonId,
            DurationMinutes = afspraak.Helper!.Value.DurationMinutes,
            UrenSoort = Urensoort.Of(Words<HelperSoort>.Read(facts.HelperSoort)),
            UitgevoerdDatum = facts.UitgevoerdDatum,
            OpgetredenOp = now,
        });
    }
}
