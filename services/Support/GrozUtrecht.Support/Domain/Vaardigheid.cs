namespace GrozUtrecht.Support.Domain;

/// <summary>What a helper can do or knows how to deal with, beyond the kinds of help.</summary>
public enum Vaardigheid
{
    Rolstoel,
    Dementie,
    Slechthorend,
    Slechtziend,
    PsychischeKwetsbaarheid,
    Kinderen,
    Koken,
    Tuin,
    Computer,
    Formulieren,
    Schulden,
    NederlandsOefenen,
    Fiets,
    Elektra,
    Verhuizen,
    Ziekenhuis,
}

/// <summary>What there is at the place of a visit, to which a helper may object.</summary>
public enum Omstandigheid
{
    Huisdieren,
    Rook,
    Trappen,
}

/// <summary>As what somebody helps.</summary>
public enum HelperSoort
{
    Bewoner,
    Mantelzorger,
    Student,
    Professional,
}

/// <summary>How an ask came in; it makes no difference to what happens next.</summary>
public enum Kanaal
{
    Web,
    Telefoon,
    Balie,
    Huisbezoek,
}
