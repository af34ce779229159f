namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What the ledger decided about an order.</summary>
internal enum Boekuitkomst
{
    Booked,
    AccountUnknown,
    AccountNotManaged,
    AccountClosed,
    BalanceTooLow,
    IdHasOtherContent,
}
