using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>Collections in order of their UUIDv7 id, which is the order in which things came into being.</summary>
public static class IdPage
{
    /// <summary>Reads one page and answers it; 400 for a cursor that is not ours.</summary>
    /// <param name="database">Where the rows are.</param>
    /// <param name="page">Cursor and limit of the request.</param>
    /// <param name="sql">A query with <c>id &gt; @after … ORDER BY id LIMIT @limit</c>.</param>
    /// <param name="parameters">The other parameters of the query.</param>
    /// <param name="answerOf">What a partner sees of a row.</param>
    /// <param name="idOf">The id by which the rows are in order.</param>
    /// <param name="cancellationToken">Ends the query when nobody waits for it.</param>
    public static async Task<Results<Ok<CursorPage<TAnswer>>, ProblemHttpResult>> ReadAsync<TRow, TAnswer>(
        NpgsqlDataSource database,
        PageQuery page,
        string sql,
        object parameters,
        Func<TRow, TAnswer> answerOf,
        Func<TRow, Guid> idOf,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(answerOf);
        ArgumentNullException.ThrowIfNull(idOf);
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var all = new DynamicParameters(parameters);
        all.Add("after", after);
        all.Add("limit", page.Size + 1);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<TRow>(new CommandDefinition(sql, all, cancellationToken: cancellationToken))).AsList();
        // One row more than the page holds says that there is a next one.
        var shown = rows.Take(page.Size).ToList();
        return TypedResults.Ok(new CursorPage<TAnswer>([.. shown.Select(answerOf)], rows.Count > page.Size ? Cursor.Encode(idOf(shown[^1])) : null));
    }
}
