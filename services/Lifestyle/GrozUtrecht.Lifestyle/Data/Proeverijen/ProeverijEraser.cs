using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>Takes a removed person out of their routes; that somebody came, tasted and came back stays as a number. See also migration 0061.</summary>
internal sealed class ProeverijEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE proeverij_routes SET persoon_id = NULL, wens_dimensies = '{}', wens_activiteiten = '{}' WHERE persoon_id = @persoonId",
            new { persoonId },
            cancellationToken: cancellationToken));
}
