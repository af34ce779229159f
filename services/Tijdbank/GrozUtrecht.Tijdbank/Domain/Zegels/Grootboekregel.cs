namespace GrozUtrecht.Tijdbank.Domain.Zegels;

/// <summary>A row of the ledger, whole.</summary>
internal sealed record Grootboekregel(
    long Volgnummer,
    Guid Id,
    Opdrachtsoort Soort,
    int Van,
    int Naar,
    long Bedrag,
    long SaldoVanNa,
    long SaldoNaarNa,
    DateTimeOffset GeboektOp,
    Guid? PartnerId,
    Guid? ReserveringId,
    DateTimeOffset? VervaltOp);
