namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>The platform's own accounts. They have no limits, so that each unit can add up to zero.</summary>
internal static class Systeemrekening
{
    /// <summary>Minutes come from here: its balance is minus what all others hold together.</summary>
    public static readonly Guid Uitgifte = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Minutes that were converted into money end here.</summary>
    public static readonly Guid Wissel = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Cents that organisations paid in come from here.</summary>
    public static readonly Guid Storting = new("00000000-0000-7000-8000-000000000003");

    /// <summary>Cents that were paid out to persons end here.</summary>
    public static readonly Guid Uitbetaling = new("00000000-0000-7000-8000-000000000004");

    /// <summary>Anonymous gifts pass here on their way: nothing stays on it.</summary>
    public static readonly Guid Giften = new("00000000-0000-7000-8000-000000000005");
}
