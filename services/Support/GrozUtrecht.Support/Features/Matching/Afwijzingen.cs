using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Levensloop;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>What came of a no: the proposal that it ended, or why it counts no more.</summary>
internal sealed record Afwijzinguitkomst(VoorstelRow? Voorstel, ProblemHttpResult? Problem);

/// <summary>A no, with a code, with words, or both; words alone are 'anders'.</summary>
internal sealed record Afwijzing(Rol Rol, Afwijzingscode? Code, string? Reason);

/// <summary>Takes a no to a proposal, from the helper or from the hulpvrager who chooses; the next best is asked at once.</summary>
internal sealed class Afwijzingen(UnitOfWork work, Vervolg vervolg)
{
    public async Task<Afwijzinguitkomst> DeclineAsync(
        Guid partnerId, Guid voorstelId, Afwijzing said, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Refuse(said) is { } refusal)
        {
            return new(null, refusal);
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockOfVoorstelAsync(connection, partnerId, voorstelId, cancellationToken) is not { } hulpvraag
            || await VoorstelStore.FindAsync(connection, partnerId, voorstelId, cancellationToken) is not { } voorstel)
        {
            return new(null, MatchingFailures.Unknown.ToProblem());
        }

        if (said.Rol is Rol.Hulpvrager && !hulpvraag.ZelfKiezen)
        {
            return new(null, MatchingFailures.NoChoice.ToProblem());
        }

        if (voorstel.StatusValue is not VoorstelStatus.Voorgesteld)
        {
            return new(null, MatchingFailures.Answered.ToProblem($"Het voorstel is {voorstel.Status}."));
        }

        var declined = voorstel with
        {
            Status = Words<VoorstelStatus>.Of(VoorstelStatus.Afgewezen),
            BeantwoordOp = now,
            Afwijzingscode = Words<Afwijzingscode>.Of(said.Code ?? Afwijzingscode.Anders),
            AfgewezenDoor = Words<Rol>.Of(said.Rol),
        };
        await VoorstelStore.UpdateAsync(connection, declined, said.Reason, cancellationToken);
        await vervolg.ContinueAsync(hulpvraag, now, cancellationToken);
        return new(declined, null);
    }

    private static ProblemHttpResult? Refuse(Afwijzing said) =>
        said.Reason is { } reason ? FreeText.Refuse(reason)
        : said.Code is null ? MatchingFailures.ReasonMissing.ToProblem("Geef een code, of een reden in eigen woorden.")
        : null;
}
