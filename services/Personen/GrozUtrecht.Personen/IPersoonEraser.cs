using Npgsql;

namespace GrozUtrecht.Personen;

/// <summary>
/// What one capability forgets of a person who was removed. It joins the transaction of the message, and must be harmless when the
/// person is unknown or already forgotten. What counts for the programme, numbers without a name, stays.
/// </summary>
public interface IPersoonEraser
{
    Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken);
}
