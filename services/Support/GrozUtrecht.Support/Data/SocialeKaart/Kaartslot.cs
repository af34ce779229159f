using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>
/// One change of a partner's entries at a time, until the end of the transaction. An organisation, its places and its services point at
/// each other in every direction, so locks on rows would need an order to be kept everywhere; changes are rare enough to wait.
/// </summary>
internal static class Kaartslot
{
    private const int Seed = 40;

    public static Task TakeAsync(NpgsqlConnection connection, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended(@partnerId::text, @Seed))",
            new { partnerId, Seed },
            cancellationToken: cancellationToken));
}
