using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Domain.Rondes;

/// <summary>
/// What the optimum assigns as one: a single visit, a series that one helper can do whole, or one beurt of a series that nobody can.
/// </summary>
internal sealed record Eenheid(Vraagbeeld Beeld, int Plekken, IReadOnlyList<Kandidaat> Kandidaten)
{
    private const int MaximumMoments = 3;

    public bool IsSeries => Beeld.Bezoeken.Count > 1;

    /// <summary>The hulpvraag as one when somebody can do all of it; else each beurt by itself.</summary>
    public static IEnumerable<Eenheid> Of(Rondevraag vraag, Ranglijst ranglijst)
    {
        var whole = ranglijst.BestOf(vraag.Beeld);
        return whole.Count > 0 || vraag.Beeld.Bezoeken.Count == 1 ? [new(vraag.Beeld, vraag.VrijePlekken.Min(), whole)] : PerBeurt(vraag, ranglijst);
    }

    public static IEnumerable<Eenheid> PerBeurt(Rondevraag vraag, Ranglijst ranglijst) => vraag.Beeld.Bezoeken.Select((bezoek, index) =>
    {
        var beeld = vraag.Beeld with { Bezoeken = [bezoek] };
        return new Eenheid(beeld, vraag.VrijePlekken[index], ranglijst.BestOf(beeld));
    });

    /// <summary>
    /// The ways in which a candidate could do it. A visit within a wide venster can begin at several moments, so that one afternoon can
    /// hold more of them; a series keeps the plan it was ranked by.
    /// </summary>
    public IEnumerable<Plan> PlansOf(Kandidaat kandidaat, Eligibility eligibility) =>
        IsSeries ? [kandidaat.Plan] : eligibility.Alternatives(kandidaat.Profiel, MaximumMoments);
}
