using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Support.Data.Signalen;

/// <summary>Takes a removed person, and what they wrote, out of signals and the network; what was counted stays counted.</summary>
internal sealed class SignaalEraser : IPersoonEraser
{
    private const string Erase =
        """
        SELECT id FROM buurtsignalen
        WHERE persoon_id = @persoonId OR id IN (SELECT signaal_id FROM bijval WHERE persoon_id = @persoonId)
        ORDER BY id FOR UPDATE;

        UPDATE buurtsignalen SET persoon_id = NULL, tekst = NULL, version = version + 1 WHERE persoon_id = @persoonId;

        UPDATE bijval SET persoon_id = NULL WHERE persoon_id = @persoonId;

        UPDATE buurtactie_updates SET tekst = NULL
        WHERE tekst IS NOT NULL AND netwerklid_id IN (SELECT id FROM netwerkleden WHERE persoon_id = @persoonId);

        UPDATE netwerkleden SET persoon_id = NULL, verwijderd_op = @now WHERE persoon_id = @persoonId;
        """;

    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Erase, new { persoonId, now }, cancellationToken: cancellationToken));
}
