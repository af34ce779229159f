namespace GrozUtrecht.Support.Domain;

/// <summary>The hard filters: whoever meets one of these is no candidate, however high the score would be.</summary>
internal static class Eligibility
{
    /// <summary>Why this helper cannot be proposed; null when nothing stands in the way.</summary>
    public static Reden? WhyNot(Kandidaat kandidaat, int durationMinutes)
    {
        if (kandidaat.IsHulpvrager)
        {
            return Refusal("hulpvrager", "Deze helper stelt de hulpvraag zelf.");
        }

        if (!kandidaat.OffersCategorie)
        {
            return Refusal("categorie", "Deze helper biedt dit soort hulp niet aan.");
        }

        if (kandidaat.DistanceMeters > kandidaat.RadiusKilometers * 1000)
        {
            return Refusal("afstand", $"Woont op {Dutch.Distance(kandidaat.DistanceMeters)} en helpt tot {kandidaat.RadiusKilometers} km.");
        }

        return kandidaat.WasAsked ? Refusal("al-gevraagd", "Deze helper is al voor deze hulpvraag gevraagd.") : WhyNoTime(kandidaat, durationMinutes);
    }

    /// <summary>The filters that time may change between a proposal and its acceptance.</summary>
    public static Reden? WhyNoTime(Kandidaat kandidaat, int durationMinutes)
    {
        if (kandidaat.IsOccupied)
        {
            return Refusal("bezet", "Deze helper heeft op dat moment al een afspraak.");
        }

        return kandidaat.WeekMinutes + durationMinutes > kandidaat.MaximumWeekMinutes
            ? Refusal("week-vol", $"Heeft die week al {kandidaat.WeekMinutes} van de {kandidaat.MaximumWeekMinutes} minuten; {durationMinutes} erbij past niet.")
            : null;
    }

    private static Reden Refusal(string code, string tekst) => new(code, tekst, 0);
}
