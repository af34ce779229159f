using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>
/// Forgets the key of a person and everything under the pseudonym that it led to. That there was an arrangement, with which activities, and
/// that somebody said yes and no to something, stays as a count of nobody.
/// </summary>
internal sealed class MetingenEraser : IPersoonEraser
{
    private const string Forget =
        """
        UPDATE metingen.toestemmingen SET ingetrokken_op = coalesce(ingetrokken_op, @now), pseudoniem = NULL WHERE pseudoniem = @pseudoniem;

        UPDATE metingen.arrangement_versies SET doel = NULL
        WHERE arrangement_id IN (SELECT id FROM metingen.arrangementen WHERE pseudoniem = @pseudoniem);

        UPDATE metingen.arrangementen
        SET pseudoniem = NULL, gewist_op = @now, version = version + 1,
          beeindigd_op = coalesce(beeindigd_op, @now),
          status = CASE WHEN status IN ('afgerond', 'gestopt') THEN status ELSE 'gestopt' END
        WHERE pseudoniem = @pseudoniem;
        """;

    public async Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await Sleutelkast.EraseAsync(connection, persoonId, cancellationToken) is not { } pseudoniem)
            return;
        await MetingStore.EraseAsync(connection, pseudoniem, cancellationToken);
        await ErvaringStore.EraseAsync(connection, pseudoniem, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Forget, new { pseudoniem, now }, cancellationToken: cancellationToken));
    }
}
