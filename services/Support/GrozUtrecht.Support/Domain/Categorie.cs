namespace GrozUtrecht.Support.Domain;

/// <summary>The kind of help that is asked or offered.</summary>
internal enum Categorie
{
    Boodschappen,
    Gezelschap,
    Vervoer,
    Klussen,
    Administratie,
    Taal,
    Respijt,
}

/// <summary>How pressing a hulpvraag is.</summary>
internal enum Urgentie
{
    Laag,
    Normaal,
    Hoog,
}
