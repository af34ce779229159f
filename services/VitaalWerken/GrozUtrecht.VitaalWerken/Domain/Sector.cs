namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>What a company does, broadly; a coarse list tells enough and singles out no company.</summary>
public enum Sector
{
    Bouw,
    Detailhandel,
    Horeca,
    Ict,
    Industrie,
    Onderwijs,
    Overheid,
    Vervoer,
    ZakelijkeDiensten,
    ZorgEnWelzijn,
    Overig,
}
