using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>What was heard last of each activity of Lifestyle.</summary>
internal static class ActiviteitVersies
{
    /// <summary>Remembers this version; false when it, or a later one, was heard before. Whoever comes next with this activity waits.</summary>
    public static async Task<bool> TryAdvanceAsync(
        NpgsqlConnection connection, Guid activiteitId, long version, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO lifestyle_activiteiten AS a (id, version, gehoord_op) VALUES (@activiteitId, @version, @now)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, gehoord_op = excluded.gehoord_op WHERE a.version < excluded.version
            """,
            new { activiteitId, version, now },
            cancellationToken: cancellationToken)) == 1;
}
