using GrozUtrecht.Gebieden;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Features.Levensloop;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Hulpvragen;

internal static class SubmitHulpvraag
{
    private static readonly TimeSpan MaximumVenster = TimeSpan.FromHours(24);

    // The clock of who recorded it may be a little ahead of ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen", HandleAsync)
        .WithSummary("Dien een hulpvraag in")
        .WithDescription(
            "De hulpvraag staat daarna open. Geef precies een van begintOp (een bezoek op een vast moment), tijdvensters (een bezoek binnen een van deze tijden) "
            + "en patroon (hulp die terugkomt). Vraag de kandidaten op om er een helper bij te zoeken, of laat dat met automatisch aan het platform. Vindt "
            + "niemand op tijd een helper, dan krijgt de buurtassistent de vraag.")
        .MayFail(
            SupportFailures.PersoonRemoved,
            SupportFailures.PersoonInvalid,
            SupportFailures.PostcodeUnknown,
            SupportFailures.TaalInvalid,
            HulpvraagFailures.TimeMissing,
            HulpvraagFailures.BeginUnlikely,
            HulpvraagFailures.VensterInvalid,
            HulpvraagFailures.PatroonInvalid,
            HulpvraagFailures.DeadlineInvalid,
            HulpvraagFailures.ToestemmingInvalid,
            FreeText.HoldsBsn,
            FreeText.Unreadable);

    private static async Task<Results<Created<HulpvraagResponse>, ProblemHttpResult>> HandleAsync(
        SubmitHulpvraagRequest request, HttpContext http, UnitOfWork work, Vervolg vervolg, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if ((RefuseProfile(request) ?? RefuseTimes(request, now)) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken)
            || (request.Namens?.AanmelderPersoonId is { } aanmelder && await PersoonStore.IsRemovedAsync(connection, aanmelder, cancellationToken)))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var beurten = BeurtenOf(request, now);
        var hulpvraag = ToRow(request, beurten[0].FirstStart, http.User.PartnerId(), now);
        await HulpvraagStore.InsertAsync(connection, hulpvraag, cancellationToken);
        await BeurtStore.InsertAsync(connection, hulpvraag.Id, beurten, cancellationToken);
        if (request.Namens is { } namens)
        {
            await ToestemmingStore.InsertAsync(connection, ToRow(namens, hulpvraag, http.User.ClientId()), cancellationToken);
        }

        work.Publish(ToEvent(hulpvraag));
        if (hulpvraag.Automatisch)
        {
            // The first helper is asked at once; the rounds ask the next ones.
            await vervolg.ContinueAsync(hulpvraag, now, cancellationToken);
            hulpvraag = (await HulpvraagStore.FindAsync(connection, hulpvraag.PartnerId, hulpvraag.Id, cancellationToken))!;
        }

        ETags.Set(http, hulpvraag.Version);
        return TypedResults.Created($"/support/v1/hulpvragen/{hulpvraag.Id}", hulpvraag.ToResponse());
    }

    private static ProblemHttpResult? RefuseProfile(SubmitHulpvraagRequest request)
    {
        if (request.PersoonId == Guid.Empty || request.Namens?.AanmelderPersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        if (!Postcode4.TryFind(request.Postcode, out _))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        return request.Wensen?.Talen is { } talen && !talen.All(SupportFailures.IsTaal)
            ? SupportFailures.TaalInvalid.ToProblem(SupportFailures.TaalHelp)
            : FreeText.Refuse(request.Omschrijving);
    }

    private static ProblemHttpResult? RefuseTimes(SubmitHulpvraagRequest request, DateTimeOffset now)
    {
        object?[] given = [request.BegintOp, request.Tijdvensters, request.Patroon];
        if (given.Count(value => value is not null) != 1)
        {
            return HulpvraagFailures.TimeMissing.ToProblem();
        }

        // First whether it is near at all: nothing below computes with the end of the calendar.
        if (!StartsOf(request).All(start => Hulpvraag.CanBegin(start, now)))
        {
            return HulpvraagFailures.BeginUnlikely.ToProblem("Het begin ligt hooguit 7 dagen terug en een jaar vooruit.");
        }

        if (request.Tijdvensters?.Any(venster => venster.TotOp - venster.VanOp < TimeSpan.FromMinutes(request.DuurMinuten) || venster.TotOp - venster.VanOp > MaximumVenster) == true)
        {
            return HulpvraagFailures.VensterInvalid.ToProblem("Een tijdvenster is minstens zo lang als de hulp en hooguit 24 uur.");
        }

        if (request.Patroon is { } patroon && ToDomain(patroon).WhyNot(request.DuurMinuten) is { } obstacle)
        {
            return HulpvraagFailures.PatroonInvalid.ToProblem(obstacle);
        }

        if (request.UiterlijkOp is { } deadline && (deadline <= now || deadline > VenstersOf(request).Max(venster => venster.Tot)))
        {
            return HulpvraagFailures.DeadlineInvalid.ToProblem();
        }

        return request.Namens?.GegevenOp > now + ClockSkew ? HulpvraagFailures.ToestemmingInvalid.ToProblem() : null;
    }

    private static IEnumerable<DateTimeOffset> StartsOf(SubmitHulpvraagRequest request) =>
        request.BegintOp is { } begintOp ? [begintOp]
        : request.Tijdvensters is { } vensters ? vensters.Select(venster => venster.VanOp)
        : new[] { request.Patroon!.EersteDatum, request.Patroon.LaatsteDatum }.Select(date => new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero));

    private static IReadOnlyList<Venster> VenstersOf(SubmitHulpvraagRequest request) =>
        request.BegintOp is { } begintOp ? [new(Moment.Whole(begintOp), Moment.Whole(begintOp).AddMinutes(request.DuurMinuten))]
        : request.Tijdvensters is { } vensters ? [.. vensters.Select(venster => new Venster(Moment.Whole(venster.VanOp), Moment.Whole(venster.TotOp)))]
        : ToDomain(request.Patroon!).Expand();

    /// <summary>The vensters of one visit are alternatives; those of a pattern are a visit each.</summary>
    private static IReadOnlyList<Beurt> BeurtenOf(SubmitHulpvraagRequest request, DateTimeOffset now)
    {
        var vensters = VenstersOf(request);
        var places = request.AantalHelpers ?? 1;
        return request.Patroon is null
            ? [new(Guid.CreateVersion7(now), 1, request.DuurMinuten, places, vensters)]
            : [.. vensters.Select((venster, index) => new Beurt(Guid.CreateVersion7(now), index + 1, request.DuurMinuten, places, [venster]))];
    }

    private static Patroon ToDomain(PatroonRequest patroon) => new(
        [.. patroon.Dagen.Distinct().Select(dag => dag.ToDayOfWeek())],
        patroon.IedereWeken,
        Kloktijd.TimeOf(patroon.Van),
        Kloktijd.TimeOf(patroon.Tot),
        patroon.EersteDatum,
        patroon.LaatsteDatum);

    private static HulpvraagRow ToRow(SubmitHulpvraagRequest request, DateTimeOffset begintOp, Guid partnerId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PartnerId = partnerId,
        PersoonId = request.PersoonId,
        Categorie = Words<Categorie>.Of(request.Categorie),
        Omschrijving = request.Omschrijving,
        Postcode = request.Postcode,
        Urgentie = Words<Urgentie>.Of(request.Urgentie),
        DuurMinuten = request.DuurMinuten,
        BegintOp = begintOp,
        Status = Words<HulpvraagStatus>.Of(HulpvraagStatus.Open),
        Version = 1,
        AangemaaktOp = now,
        AantalHelpers = request.AantalHelpers ?? 1,
        Kanaal = Words<Kanaal>.Of(request.Kanaal ?? Kanaal.Web),
        VereisteTaal = request.Eisen?.Taal,
        VereisteVaardigheden = Words<Vaardigheid>.Of(request.Eisen?.Vaardigheden),
        VogVereist = request.Eisen?.Vog ?? false,
        AutoVereist = request.Eisen?.Auto ?? false,
        Talen = [.. (request.Wensen?.Talen ?? []).Distinct(StringComparer.Ordinal)],
        GewensteVaardigheden = Words<Vaardigheid>.Of(request.Wensen?.Vaardigheden),
        Omstandigheden = Words<Omstandigheid>.Of(request.Omstandigheden),
        Patroon = request.Patroon is { } patroon ? AgendaJson.WriteOne(patroon) : null,
        Automatisch = request.Automatisch,
        ZelfKiezen = request.ZelfKiezen,
        UiterlijkOp = request.UiterlijkOp?.ToUniversalTime() ?? Hulpvraag.DeadlineOf(request.Urgentie, begintOp, now),
    };

    private static ToestemmingRow ToRow(NamensRequest namens, HulpvraagRow hulpvraag, string clientId) => new()
    {
        HulpvraagId = hulpvraag.Id,
        PartnerId = hulpvraag.PartnerId,
        Relatie = Words<Relatie>.Of(namens.Relatie),
        AanmelderPersoonId = namens.AanmelderPersoonId,
        Wijze = Words<Toestemmingswijze>.Of(namens.Wijze),
        TekstVersie = namens.TekstVersie,
        VastgelegdDoor = clientId,
        GegevenOp = namens.GegevenOp.ToUniversalTime(),
        VastgelegdOp = hulpvraag.AangemaaktOp,
    };

    // The words of the asker are not in it, and neither is who asked.
    private static HulpvraagSubmitted ToEvent(HulpvraagRow hulpvraag) => new()
    {
        HulpvraagId = hulpvraag.Id,
        Version = hulpvraag.Version,
        PartnerId = hulpvraag.PartnerId,
        Categorie = hulpvraag.Categorie,
        Urgentie = hulpvraag.Urgentie,
        Postcode = hulpvraag.Postcode,
        DurationMinutes = hulpvraag.DuurMinuten,
        BegintOp = hulpvraag.BegintOp,
        OpgetredenOp = hulpvraag.AangemaaktOp,
    };
}
