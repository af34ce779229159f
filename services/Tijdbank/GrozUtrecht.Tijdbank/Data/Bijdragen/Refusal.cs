using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>Why something that was asked by event is not booked, in the codes that the API uses.</summary>
internal static class Refusal
{
    /// <summary>Why this fund does not receive it; null when it does.</summary>
    /// <param name="managedBy">The partner that was named as who manages it: an employer cannot credit a fund that nobody told it of.</param>
    public static string? Of(WijkpotRow? wijkpot, Guid managedBy) => wijkpot switch
    {
        null => "tijdbank.wijkpot.onbekend",
        { PartnerId: var partnerId } when partnerId != managedBy => "tijdbank.wijkpot.andere-beheerder",
        { GeslotenOp: not null } => "tijdbank.wijkpot.gesloten",
        _ => null,
    };

    /// <summary>Why the ledger refused.</summary>
    public static string Of(Boekuitkomst outcome) => outcome switch
    {
        Boekuitkomst.AccountUnknown => "tijdbank.overboeking.rekening-onbekend",
        Boekuitkomst.AccountNotManaged => "tijdbank.overboeking.rekening-niet-van-u",
        Boekuitkomst.AccountClosed => "tijdbank.overboeking.rekening-gesloten",
        Boekuitkomst.UnitDiffers => "tijdbank.overboeking.eenheid-verschilt",
        Boekuitkomst.NotSpendable => "tijdbank.overboeking.niet-besteedbaar",
        Boekuitkomst.BalanceTooLow => "tijdbank.overboeking.saldo-ontoereikend",
        Boekuitkomst.BalanceTooHigh => "tijdbank.overboeking.saldo-te-hoog",
        _ => "tijdbank.overboeking.geweigerd",
    };
}
