namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>What somebody says yes to; each on its own.</summary>
public enum Toestemmingsdoel
{
    /// <summary>Answers are kept so that the person can see them.</summary>
    EigenInzicht,

    /// <summary>Answers count in figures of groups.</summary>
    Groepscijfers,

    /// <summary>The person is asked how activities are.</summary>
    Ervaringen,
}
