namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What an account counts. The ledger books whole numbers of one unit, and each unit adds up to zero.</summary>
internal enum Eenheid
{
    Minuten = 1,
    Centen = 2,
}
