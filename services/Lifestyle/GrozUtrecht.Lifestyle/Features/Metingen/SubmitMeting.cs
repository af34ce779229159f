using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Toestemmingen;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>One answer.</summary>
public sealed record AntwoordBody(
    [property: Required, StringLength(20, MinimumLength = 1), Description("Code van de vraag.")] string Vraag,
    [property: Description("Het antwoord, op de schaal van de vraag.")] int Waarde);

/// <summary>The answers to one questionnaire.</summary>
public sealed record IngevuldBody(
    [property: Required, StringLength(40, MinimumLength = 1), Description("Code van de vragenlijst.")] string Code,
    [property: Range(1, 1000), Description("Versie van de vragenlijst.")] int Versie,
    [property: Required, MinLength(1), MaxLength(50), Description("Een antwoord op elke vraag.")] IReadOnlyList<AntwoordBody> Antwoorden);

/// <summary>A whole measurement.</summary>
public sealed record SubmitMetingRequest(
    [property: Required, MinLength(1), MaxLength(5), Description("Elke vragenlijst van het arrangement.")] IReadOnlyList<IngevuldBody> Vragenlijsten);

/// <summary>That it was stored; what it says is in the insight.</summary>
internal sealed record MetingAnswer(
    [property: Description("0, 3, 6 of 12 maanden na de start.")] int Maanden,
    [property: Description("De dag waarop de meting kwam.")] DateOnly IngediendDatum,
    [property: Description("Tot dit moment is de meting te verbeteren.")] DateTimeOffset TeVerbeterenTot);

/// <summary><c>PUT /arrangementen/{id}/metingen/{maanden}</c>: a resident fills in a measurement, or corrects it within seven days.</summary>
internal static class SubmitMeting
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/arrangementen/{id:guid}/metingen/{maanden:int}", Handle)
        .WithSummary("Meting invullen of verbeteren")
        .WithDescription(
            "Alle vragenlijsten van het arrangement ineens, met de eigen inzagesleutel en na toestemming voor eigen-inzicht. Elke vraag krijgt een antwoord. Eén keer per "
            + "moment; zeven dagen te verbeteren. De antwoorden staan onder een pseudoniem: ook de begeleider ziet ze niet.")
        .Produces<MetingAnswer>()
        .MayFail(InzagesleutelFailures.All)
        .MayFail(MetingFailures.All)
        .MayFail(ArrangementFailures.Unknown, ArrangementFailures.NotRunning, ToestemmingFailures.Missing, VragenlijstFailures.NotPublished);

    private static async Task<IResult> Handle(
        Guid id, int maanden, SubmitMetingRequest request, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, UnitOfWork work, TimeProvider clock)
    {
        var (houder, refused) = await inzage.OpenArrangementForWriteAsync(http, id, sleutel);
        if (houder is null)
            return refused!;
        var (connection, now, cancellationToken) = (await work.OpenAsync(http.RequestAborted), clock.GetUtcNow(), http.RequestAborted);
        if (await ArrangementStore.LockOfPersonAsync(connection, id, houder.Pseudoniem, cancellationToken) is not { } arrangement)
            return ArrangementFailures.Unknown.ToProblem();
        if (!Meetplan.Months.Contains(maanden))
            return MetingFailures.MomentUnknown.ToProblem();

        var earlier = await MetingStore.FindAsync(connection, houder.Pseudoniem, id, maanden, cancellationToken);
        var moment = (await MeetmomentStore.ListAsync(connection, id, cancellationToken)).SingleOrDefault(row => row.Maanden == maanden);
        var today = NederlandseTijd.DayOf(now);
        var consents = await ToestemmingStore.HasAsync(connection, houder.Pseudoniem, Doelen.EigenInzicht, cancellationToken);
        // An arrangement that never started has no moments, and is refused for that.
        var status = Words.Read<ArrangementStatus>(arrangement.Status);
        if (MetingRules.Submit(status, consents, moment?.StatusOn(today) ?? MeetmomentStatus.Komt, earlier?.IngediendOp, now) is { } refusal)
            return MetingFailures.Of(refusal).ToProblem();
        if (!request.Vragenlijsten.Select(item => item.Code).Order(StringComparer.Ordinal).SequenceEqual(arrangement.Vragenlijsten.Order(StringComparer.Ordinal)))
            return MetingFailures.QuestionnairesDiffer.ToProblem();

        var meting = new MetingRow
        {
            Id = earlier?.Id ?? Guid.CreateVersion7(now),
            Version = (earlier?.Version ?? 0) + 1,
            Pseudoniem = houder.Pseudoniem,
            ArrangementId = id,
            Maanden = maanden,
            IngediendDatum = earlier?.IngediendDatum ?? today,
            IngediendOp = earlier?.IngediendOp ?? now,
        };
        var ingevuld = new Ingevuld(meting.Id);
        foreach (var item in request.Vragenlijsten)
        {
            if (await VragenlijstStore.FindAsync(connection, item.Code, item.Versie, cancellationToken) is not { } vragenlijst)
                return VragenlijstFailures.NotPublished.ToProblem();
            if (ingevuld.Add(vragenlijst, item) is { } wrong)
                return MetingFailures.Of(wrong).ToProblem();
        }

        await MetingStore.SaveAsync(connection, meting, ingevuld.Antwoorden, ingevuld.Scores, cancellationToken);
        await MeetmomentStore.MarkDoneAsync(connection, id, maanden, cancellationToken);
        work.Publish(Completed(meting, arrangement, now));
        return TypedResults.Ok(new MetingAnswer(maanden, meting.IngediendDatum, meting.IngediendOp + Meetplan.CorrectionTime));
    }

    private static MetingCompleted Completed(MetingRow meting, ArrangementRow arrangement, DateTimeOffset now) => new()
    {
        MetingId = meting.Id,
        Version = meting.Version,
        PartnerId = arrangement.PartnerId,
        Gebied = arrangement.Gebied,
        MaandenNaStart = meting.Maanden,
        OpgetredenOp = now,
    };
}
