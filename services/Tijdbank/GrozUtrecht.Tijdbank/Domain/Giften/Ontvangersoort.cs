namespace GrozUtrecht.Tijdbank.Domain.Giften;

/// <summary>To what kind of account a gift goes.</summary>
public enum Ontvangersoort
{
    /// <summary>Somebody whose account the giving partner sees.</summary>
    Persoon,

    /// <summary>An organisation, whether it had an account or not.</summary>
    Organisatie,

    /// <summary>A fund of a neighbourhood.</summary>
    Wijkpot,
}
