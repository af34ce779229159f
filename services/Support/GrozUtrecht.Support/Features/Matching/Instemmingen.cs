using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Hulpvragen;
using GrozUtrecht.Support.Features.Levensloop;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>What came of a yes: the first appointment, or a proposal that waits for the other side, or why it counts no more.</summary>
internal sealed record Instemminguitkomst(VoorstelRow? Voorstel, AfspraakRow? Afspraak, ProblemHttpResult? Problem)
{
    public static Instemminguitkomst Refused(ProblemHttpResult problem) => new(null, null, problem);
}

/// <summary>
/// Takes a yes to a proposal. There are appointments once everybody who has a say said yes: the helper, and with a hulpvraag for which
/// the hulpvrager chooses, the hulpvrager too.
/// </summary>
internal sealed class Instemmingen(UnitOfWork work, IOptions<LevensloopSettings> settings)
{
    public async Task<Instemminguitkomst> AgreeAsync(Guid partnerId, Guid voorstelId, Rol rol, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockOfVoorstelAsync(connection, partnerId, voorstelId, cancellationToken) is not { } hulpvraag
            || await VoorstelStore.FindAsync(connection, partnerId, voorstelId, cancellationToken) is not { } voorstel)
        {
            return Instemminguitkomst.Refused(MatchingFailures.Unknown.ToProblem());
        }

        if (rol is Rol.Hulpvrager && !hulpvraag.ZelfKiezen)
        {
            return Instemminguitkomst.Refused(MatchingFailures.NoChoice.ToProblem());
        }

        if (voorstel.StatusValue is not VoorstelStatus.Voorgesteld)
        {
            return Instemminguitkomst.Refused(MatchingFailures.Answered.ToProblem($"Het voorstel is {voorstel.Status}."));
        }

        if ((rol is Rol.Helper ? voorstel.HelperAkkoordOp : voorstel.HulpvragerAkkoordOp) is not null)
        {
            return new(voorstel, null, null);
        }

        if (hulpvraag.StatusValue is not HulpvraagStatus.Open
            || await VraagbeeldStore.FindAsync(connection, hulpvraag, Patroon.MaximumBeurten, now, cancellationToken) is not { } vraag)
        {
            return Instemminguitkomst.Refused(HulpvraagFailures.NotOpen.ToProblem());
        }

        // Two acceptances of one helper for different hulpvragen meet here, so that the second sees the first.
        await HelperLock.TryTakeAsync(connection, voorstel.HelperId, wait: true, cancellationToken);
        if (await ProfielStore.FindAsync(connection, partnerId, voorstel.HelperId, now, cancellationToken) is not { } helper)
        {
            return Instemminguitkomst.Refused(MatchingFailures.NoTime.ToProblem("De helper heeft zich afgemeld."));
        }

        var eligibility = new Eligibility(vraag, Plaatsen.Reistijd, Matchingregels.Default, now);
        var (plan, obstakel) = eligibility.Still(helper, voorstel.BeurtenValue.ToDictionary(beurt => beurt.BeurtId, beurt => Moment.MinuteOf(beurt.BegintOp)));
        if (obstakel is { } obstacle)
        {
            return Instemminguitkomst.Refused(MatchingFailures.NoTime.ToProblem(eligibility.Describe(obstacle, helper).Tekst));
        }

        var agreed = rol is Rol.Helper ? voorstel with { HelperAkkoordOp = now } : voorstel with { HulpvragerAkkoordOp = now };
        return agreed.HelperAkkoordOp is null || (hulpvraag.ZelfKiezen && agreed.HulpvragerAkkoordOp is null)
            ? await WaitAsync(connection, agreed, hulpvraag, now, cancellationToken)
            : await PlanAsync(connection, agreed, hulpvraag, helper, [.. plan.Momenten.Select(moment => (vraag.Bezoeken[moment.Bezoek], moment.Start))], now, cancellationToken);
    }

    /// <summary>The other side gets as long as the first had.</summary>
    private async Task<Instemminguitkomst> WaitAsync(
        NpgsqlConnection connection, VoorstelRow agreed, HulpvraagRow hulpvraag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var urgentie = Words<Urgentie>.Read(hulpvraag.Urgentie);
        var waiting = agreed with { AntwoordVoorOp = settings.Value.ToAntwoordtermijnen().AnswerBy(urgentie, agreed.BeurtenValue[0].BegintOp, now) };
        await VoorstelStore.UpdateAsync(connection, waiting, null, cancellationToken);
        work.Publish(new InstemmingGevraagd
        {
            VoorstelId = waiting.Id,
            HulpvraagId = hulpvraag.Id,
            HelperId = waiting.HelperId,
            Version = hulpvraag.Version,
            PartnerId = hulpvraag.PartnerId,
            Rol = Words<Rol>.Of(waiting.HelperAkkoordOp is null ? Rol.Helper : Rol.Hulpvrager),
            AntwoordVoorOp = waiting.AntwoordVoorOp.Value,
            OpgetredenOp = now,
        });
        return new(waiting, null, null);
    }

    /// <summary>Makes the appointments, also those of the maatje.</summary>
    private async Task<Instemminguitkomst> PlanAsync(
        NpgsqlConnection connection,
        VoorstelRow agreed,
        HulpvraagRow hulpvraag,
        Profiel helper,
        IReadOnlyList<(Bezoek Bezoek, int Start)> momenten,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        AfspraakRow? first = null;
        foreach (var (bezoek, start) in momenten)
        {
            var afspraak = ToRow(agreed, bezoek, start, helper.HelperId, now);
            if (!await AfspraakStore.TryInsertAsync(connection, hulpvraag.PartnerId, afspraak, isMaatje: false, cancellationToken))
            {
                throw new InvalidOperationException("An open beurt of a locked hulpvraag has a free plek.");
            }

            first ??= afspraak;
            if (helper.Maatje is { } maatje)
            {
                var along = ToRow(agreed, bezoek, start, maatje.HelperId, now) with { Plek = null };
                await AfspraakStore.TryInsertAsync(connection, hulpvraag.PartnerId, along, isMaatje: true, cancellationToken);
            }
        }

        var accepted = agreed with { Status = Words<VoorstelStatus>.Of(VoorstelStatus.Aanvaard), BeantwoordOp = now };
        await VoorstelStore.UpdateAsync(connection, accepted, null, cancellationToken);
        await VoorstelStore.LapseFilledAsync(connection, hulpvraag.Id, now, cancellationToken);
        var (_, version) = await HulpvraagStore.FollowAsync(connection, hulpvraag.Id, now, cancellationToken);
        work.Publish(ToEvent(first!, hulpvraag, version));
        return new(accepted, first, null);
    }

    private static AfspraakRow ToRow(VoorstelRow voorstel, Bezoek bezoek, int start, Guid helperId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        HulpvraagId = voorstel.HulpvraagId,
        VoorstelId = voorstel.Id,
        HelperId = helperId,
        DuurMinuten = bezoek.DurationMinutes,
        BegintOp = Moment.Of(start),
        Status = Words<AfspraakStatus>.Of(Afspraak.Planned.Status),
        Version = 1,
        AangemaaktOp = now,
        BeurtId = bezoek.BeurtId,
        Plek = 1,
    };

    private static MatchAccepted ToEvent(AfspraakRow afspraak, HulpvraagRow hulpvraag, long version) => new()
    {
        AfspraakId = afspraak.Id,
        VoorstelId = afspraak.VoorstelId,
        HulpvraagId = hulpvraag.Id,
        HelperId = afspraak.HelperId,
        Version = version,
        PartnerId = hulpvraag.PartnerId,
        DurationMinutes = afspraak.DuurMinuten,
        BegintOp = afspraak.BegintOp,
        OpgetredenOp = afspraak.AangemaaktOp,
    };
}
