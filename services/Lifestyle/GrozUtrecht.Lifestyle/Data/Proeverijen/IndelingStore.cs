using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>One row of <c>proeverij_rondes</c>.</summary>
internal sealed record RondeRow
{
    public required Guid ProeverijId { get; init; }

    public required int Nummer { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }
}

/// <summary>One row of <c>proeverij_ruimtes</c>.</summary>
internal sealed record RuimteRow
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    public required int Nummer { get; init; }

    public required string Naam { get; init; }

    public required int Capaciteit { get; init; }

    public required bool Rolstoeltoegankelijk { get; init; }

    public required string Soort { get; init; }
}

/// <summary>SQL on the rounds and rooms of a proeverij.</summary>
internal static class IndelingStore
{
    /// <summary>Replaces rounds and rooms of a locked proeverij; a programme that was composed of the old ones goes.</summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, Guid proeverijId, IReadOnlyList<RondeRow> rondes, IReadOnlyList<RuimteRow> ruimtes, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM proeven WHERE proeverij_id = @proeverijId;
            DELETE FROM proeverij_rondes WHERE proeverij_id = @proeverijId;
            DELETE FROM proeverij_ruimtes WHERE proeverij_id = @proeverijId;
            """,
            new { proeverijId },
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO proeverij_rondes (proeverij_id, nummer, begint_op, eindigt_op) VALUES (@ProeverijId, @Nummer, @BegintOp, @EindigtOp)",
            rondes,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO proeverij_ruimtes (id, proeverij_id, nummer, naam, capaciteit, rolstoeltoegankelijk, soort)
            VALUES (@Id, @ProeverijId, @Nummer, @Naam, @Capaciteit, @Rolstoeltoegankelijk, @Soort)
            """,
            ruimtes,
            cancellationToken: cancellationToken));
    }

    public static async Task<IReadOnlyList<RondeRow>> RondesAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<RondeRow>(new CommandDefinition(
            "SELECT proeverij_id, nummer, begint_op, eindigt_op FROM proeverij_rondes WHERE proeverij_id = @proeverijId ORDER BY nummer",
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<RuimteRow>> RuimtesAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<RuimteRow>(new CommandDefinition(
            """
            SELECT id, proeverij_id, nummer, naam, capaciteit, rolstoeltoegankelijk, soort
            FROM proeverij_ruimtes WHERE proeverij_id = @proeverijId ORDER BY nummer
            """,
            new { proeverijId },
            cancellationToken: cancellationToken))).AsList();
}
