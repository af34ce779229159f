namespace GrozUtrecht.Lifestyle.Domain.Arrangementen;

/// <summary>Words with which somebody says how an activity was.</summary>
public enum Ervaringswoord
{
    Fijn,
    Gezellig,
    Leerzaam,
    Ontspannend,
    GafEnergie,
    Welkom,
    Moeilijk,
    Vermoeiend,
    Saai,
    TeDuur,
    TeVer,
    Ongemakkelijk,
}
