using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>The ledger's answer to an order.</summary>
/// <param name="IsNew">False when this id was answered before, and this is that answer again.</param>
/// <param name="BookedAt">When it was booked; meaningless for a refusal.</param>
/// <param name="Bedrag">What was booked or held, in the unit of the accounts.</param>
/// <param name="ReceiverVersion">Version of the receiving account after this booking; zero unless it is new.</param>
internal sealed record Boeking(
    Guid OverboekingId,
    Boekuitkomst Outcome,
    bool IsNew,
    DateTimeOffset BookedAt,
    long Bedrag,
    long SenderBalance,
    long ReceiverBalance,
    long ReceiverVersion);
