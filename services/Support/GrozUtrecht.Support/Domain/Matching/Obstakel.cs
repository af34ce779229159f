namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>What keeps a helper from being a candidate, in the order in which it is looked at: what costs least comes first.</summary>
internal enum Obstakel
{
    Categorie,
    Hulpvrager,
    Afstand,
    Vaardigheden,
    Taal,
    Vog,
    Auto,
    Omstandigheden,
    AlGevraagd,
    EerlijkDeel,
    Gepauzeerd,
    Beschikbaarheid,
    Bezet,
    WeekVol,
    Maatje,
}
