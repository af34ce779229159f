using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// What one capability forgets of a person who was removed. It joins the transaction of the message, and must be harmless when the
/// person is unknown or already forgotten. Ledger rows stay: they hold no more than a pseudonymous id.
/// </summary>
internal interface IPersoonEraser
{
    Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken);
}
