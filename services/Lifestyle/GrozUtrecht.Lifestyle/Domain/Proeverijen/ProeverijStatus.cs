namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>Where a proeverij stands. Other partners see it once residents may register.</summary>
public enum ProeverijStatus
{
    Gepland,
    Uitnodigen,
    ProgrammaVastgesteld,
    InschrijvingOpen,
    Gehouden,
    Afgesloten,
    Afgelast,
}

/// <summary>What a coordinator does with a proeverij.</summary>
internal enum Proeverijstap
{
    Indelen,
    Uitnodigen,
    Samenstellen,
    Vaststellen,
    Openstellen,
    Houden,
    Afsluiten,
    Afgelasten,
}

/// <summary>Which step may follow which, decided without I/O.</summary>
internal static class Proeverijloop
{
    /// <summary>Where the proeverij stands after the step; null when the step cannot be taken from here.</summary>
    public static ProeverijStatus? After(ProeverijStatus status, Proeverijstap stap) => (status, stap) switch
    {
        (ProeverijStatus.Gepland or ProeverijStatus.Uitnodigen, Proeverijstap.Indelen) => status,
        (ProeverijStatus.Gepland or ProeverijStatus.Uitnodigen, Proeverijstap.Uitnodigen) => ProeverijStatus.Uitnodigen,
        (ProeverijStatus.Uitnodigen, Proeverijstap.Samenstellen) => ProeverijStatus.Uitnodigen,
        (ProeverijStatus.Uitnodigen, Proeverijstap.Vaststellen) => ProeverijStatus.ProgrammaVastgesteld,
        (ProeverijStatus.ProgrammaVastgesteld, Proeverijstap.Openstellen) => ProeverijStatus.InschrijvingOpen,
        (ProeverijStatus.InschrijvingOpen, Proeverijstap.Houden) => ProeverijStatus.Gehouden,
        (ProeverijStatus.Gehouden, Proeverijstap.Afsluiten) => ProeverijStatus.Afgesloten,
        (< ProeverijStatus.Gehouden, Proeverijstap.Afgelasten) => ProeverijStatus.Afgelast,
        _ => null,
    };

    /// <summary>Is there a programme that people can come to, or came to?</summary>
    public static bool IsPublic(ProeverijStatus status) =>
        status is ProeverijStatus.InschrijvingOpen or ProeverijStatus.Gehouden or ProeverijStatus.Afgesloten;
}
