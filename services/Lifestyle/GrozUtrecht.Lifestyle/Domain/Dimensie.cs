namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>The six dimensions of positive health.</summary>
public enum Dimensie
{
    Lichaamsfuncties,
    MentaalWelbevinden,
    Zingeving,
    KwaliteitVanLeven,
    Meedoen,
    DagelijksFunctioneren,
}
