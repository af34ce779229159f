namespace GrozUtrecht.Support.Domain;

/// <summary>
/// Where a proposal stands; it expires when nobody answered in time, and lapses when another helper accepted or the hulpvraag is gone.
/// </summary>
internal enum VoorstelStatus
{
    Voorgesteld,
    Aanvaard,
    Afgewezen,
    Verlopen,
    Vervallen,
}

/// <summary>Why somebody said no.</summary>
public enum Afwijzingscode
{
    GeenTijd,
    TeVer,
    PastNiet,
    Persoonlijk,
    Anders,
}

/// <summary>How long an answer may take when there is time enough, by how pressing the hulpvraag is, and how long at least.</summary>
internal sealed record Antwoordtermijnen(TimeSpan Hoog, TimeSpan Normaal, TimeSpan Laag, TimeSpan Minimum)
{
    /// <summary>
    /// By when a proposal is answered: never later than halfway to the beginning, so that there is time to ask somebody else, unless
    /// that would leave less than the minimum; and never after the beginning. For help that was registered afterwards nobody hurries.
    /// </summary>
    public DateTimeOffset AnswerBy(Urgentie urgentie, DateTimeOffset begintOp, DateTimeOffset now)
    {
        var term = urgentie switch
        {
            Urgentie.Hoog => Hoog,
            Urgentie.Normaal => Normaal,
            _ => Laag,
        };
        var left = begintOp - now;
        if (left <= TimeSpan.Zero)
        {
            return now + term;
        }

        var half = Shortest(term, left / 2);
        return now + Shortest(half < Minimum ? Minimum : half, left);
    }

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
