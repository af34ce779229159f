namespace GrozUtrecht.Support.Domain.Signalen;

/// <summary>What a signal is about.</summary>
public enum Thema
{
    Veiligheid,
    Groen,
    Ontmoeting,
    Wonen,
    Verkeer,
    Gezondheid,
    Jeugd,
    WerkEnGeld,
    Anders,
}

/// <summary>Where a signal stands; the first three, in this order, are open.</summary>
internal enum SignaalStatus
{
    Nieuw,
    InBehandeling,
    Omgezet,
    Teruggekoppeld,
    NietHaalbaar,
    Samengevoegd,
}

/// <summary>Who a member of the network is.</summary>
public enum Netwerkrol
{
    Bewoner,
    Professional,
}

/// <summary>Where an action stands.</summary>
public enum ActieStatus
{
    Open,
    Bezig,
    Klaar,
    Gestopt,
}

/// <summary>The decisions about a signal.</summary>
internal static class Buurtsignaal
{
    /// <summary>What is merged at once.</summary>
    public const int MaximumMerged = 20;

    /// <summary>Whether people may still join in, and the network may still do something with it.</summary>
    public static bool IsOpen(SignaalStatus status) => status is SignaalStatus.Nieuw or SignaalStatus.InBehandeling or SignaalStatus.Omgezet;

    /// <summary>Where signals stand that became one: as far as the furthest of them.</summary>
    public static SignaalStatus Merge(IEnumerable<SignaalStatus> open) => open.Max();

    /// <summary>How it ends when the network reports back.</summary>
    public static SignaalStatus Ending(bool isFeasible) => isFeasible ? SignaalStatus.Teruggekoppeld : SignaalStatus.NietHaalbaar;
}
