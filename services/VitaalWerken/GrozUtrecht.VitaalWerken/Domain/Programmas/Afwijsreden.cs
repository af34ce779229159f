namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>Why somebody does not agree with a version.</summary>
public enum Afwijsreden
{
    Prijs,
    DatumOfTijd,
    Locatie,
    Inhoud,
    Groepsgrootte,
    GeenTijd,
    Anders,
}
