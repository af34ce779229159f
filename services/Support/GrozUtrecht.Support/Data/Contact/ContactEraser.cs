using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Support.Data.Contact;

/// <summary>Forgets how to reach a person; how often somebody looked stays, without whose data it was.</summary>
internal sealed class ContactEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM contact.gegevens WHERE persoon_id = @persoonId;
            UPDATE contact.inzages SET persoon_id = NULL WHERE persoon_id = @persoonId;
            """,
            new { persoonId },
            cancellationToken: cancellationToken));
}
