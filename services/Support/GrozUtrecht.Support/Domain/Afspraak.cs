namespace GrozUtrecht.Support.Domain;

/// <summary>Where an appointment stands.</summary>
internal enum AfspraakStatus
{
    Gepland,
    MinutenVerschillen,
    Uitgevoerd,
    NietDoorgegaan,
}

/// <summary>The two sides of an appointment.</summary>
public enum Rol
{
    Helper,
    Hulpvrager,
}

/// <summary>What one side says: did it take place, and for how many minutes; no minutes when it did not.</summary>
internal readonly record struct Bevestiging(bool Doorgegaan, int DurationMinutes);

/// <summary>Why an appointment is called off.</summary>
public enum Afmeldcode
{
    Ziek,
    Verhinderd,
    NietMeerNodig,
    Persoonlijk,
    Anders,
}

/// <summary>One side calls off an appointment before it begins, and perhaps everything of the series after it.</summary>
internal sealed record Afmelding(Rol Rol, Afmeldcode Code, string? Reason, bool AndLater);

/// <summary>
/// An appointment as both sides have spoken of it. Until it has ended the last word of each side counts. It ends when both say that
/// it took place with the same minutes, or when either says that it did not; after that no word changes it.
/// </summary>
internal sealed record Afspraak(AfspraakStatus Status, Bevestiging? Helper, Bevestiging? Hulpvrager)
{
    public static readonly Afspraak Planned = new(AfspraakStatus.Gepland, null, null);

    public bool HasEnded => Status is AfspraakStatus.Uitgevoerd or AfspraakStatus.NietDoorgegaan;

    /// <summary>The appointment after this word; null when it has ended and the word is not the one it ended with.</summary>
    public Afspraak? Confirm(Rol rol, Bevestiging said)
    {
        if (HasEnded)
        {
            return (rol is Rol.Helper ? Helper : Hulpvrager) == said ? this : null;
        }

        var heard = rol is Rol.Helper ? this with { Helper = said } : this with { Hulpvrager = said };
        return heard with { Status = StatusOf(heard.Helper, heard.Hulpvrager) };
    }

    private static AfspraakStatus StatusOf(Bevestiging? helper, Bevestiging? hulpvrager)
    {
        if (helper is { Doorgegaan: false } || hulpvrager is { Doorgegaan: false })
        {
            return AfspraakStatus.NietDoorgegaan;
        }

        if (helper is null || hulpvrager is null)
        {
            return AfspraakStatus.Gepland;
        }

        return helper == hulpvrager ? AfspraakStatus.Uitgevoerd : AfspraakStatus.MinutenVerschillen;
    }
}
