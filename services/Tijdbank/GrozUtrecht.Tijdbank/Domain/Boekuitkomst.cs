namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What the ledger decided about an order. The numbers stand in the database and never change meaning.</summary>
internal enum Boekuitkomst
{
    Booked = 0,
    AccountUnknown = 1,
    AccountNotManaged = 2,
    AccountClosed = 3,
    UnitDiffers = 4,
    NotSpendable = 5,
    BalanceTooLow = 6,
    BalanceTooHigh = 7,
    ReserveringUnknown = 8,
    ReserveringEnded = 9,
    ReserveringExpired = 10,
    AmountTooHigh = 11,
    LinkedFailed = 12,
    IdHasOtherContent = 13,
}
