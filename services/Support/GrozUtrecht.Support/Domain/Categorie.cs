namespace GrozUtrecht.Support.Domain;

/// <summary>The kind of help that is asked or offered.</summary>
public enum Categorie
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
public enum Urgentie
{
    Laag,
    Normaal,
    Hoog,
}
