using System.ComponentModel;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>A helper who fits, with the reasons.</summary>
internal sealed record KandidaatResponse(
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("0 tot 100.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<RedenResponse> Redenen,
    [property: Description("Wanneer elke beurt met deze helper zou beginnen.")] IReadOnlyList<PlanmomentResponse> Beurten)
{
    public static KandidaatResponse Of(Kandidaat kandidaat, Vraagbeeld vraag, Scoring scoring) => new(
        kandidaat.Profiel.HelperId,
        kandidaat.Punten.Score,
        RedenResponse.Of(scoring.Explain(kandidaat.Profiel, kandidaat.Plan, kandidaat.Punten)),
        PlanmomentResponse.Of(kandidaat.Plan, vraag));
}

/// <summary>When one beurt would begin.</summary>
internal sealed record PlanmomentResponse(
    [property: Description("De beurt van de hulpvraag.")] Guid BeurtId,
    [property: Description("Moment waarop deze helper zou beginnen.")] DateTimeOffset BegintOp)
{
    public static IReadOnlyList<PlanmomentResponse> Of(Plan plan, Vraagbeeld vraag) =>
        [.. plan.Momenten.Select(moment => new PlanmomentResponse(vraag.Bezoeken[moment.Bezoek].BeurtId, Moment.Of(moment.Start)))];
}
