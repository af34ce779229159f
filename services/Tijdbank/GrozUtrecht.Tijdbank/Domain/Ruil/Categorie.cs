namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>What an advertisement is about; a fixed list, so that a search finds what people of all partners offer.</summary>
public enum Categorie
{
    EtenEnKoken,
    HuisEnKlussen,
    TuinEnDieren,
    VervoerEnVerhuizen,
    ZorgEnGezelschap,
    Kinderen,
    TaalEnLeren,
    ComputerEnTelefoon,
    Administratie,
    CreatiefEnSport,
    SpullenEnKleding,
    Overig,
}

/// <summary>The categories as people read them.</summary>
internal static class Categorieen
{
    public static string Naam(Categorie categorie) => categorie switch
    {
        Categorie.EtenEnKoken => "Eten en koken",
        Categorie.HuisEnKlussen => "Huis en klussen",
        Categorie.TuinEnDieren => "Tuin en dieren",
        Categorie.VervoerEnVerhuizen => "Vervoer en verhuizen",
        Categorie.ZorgEnGezelschap => "Zorg en gezelschap",
        Categorie.Kinderen => "Kinderen",
        Categorie.TaalEnLeren => "Taal en leren",
        Categorie.ComputerEnTelefoon => "Computer en telefoon",
        Categorie.Administratie => "Administratie en post",
        Categorie.CreatiefEnSport => "Creatief en sport",
        Categorie.SpullenEnKleding => "Spullen en kleding",
        Categorie.Overig => "Overig",
        _ => throw new ArgumentOutOfRangeException(nameof(categorie), categorie, "A category without a name."),
    };
}
