using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>
/// A client's promise that a repeated request is the same one. Key, hash of the request and answer are rows of the same transaction
/// as the effect, so either all are there or none.
/// </summary>
internal sealed class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int MaximumLength = 128;

    private readonly string clientId;
    private readonly string key;
    private readonly byte[] requestHash;

    private IdempotencyKey(string clientId, string key, byte[] requestHash)
    {
        this.clientId = clientId;
        this.key = key;
        this.requestHash = requestHash;
    }

    /// <summary>What to answer at once: the first answer again, or why the key cannot be used.</summary>
    public IResult? Earlier { get; private init; }

    public static bool IsValid(string key) => key.Length is > 0 and <= MaximumLength && key.All(character => character is > ' ' and < '\x7f');

    /// <summary>Keeps the body readable a second time, for its hash. Runs before the body is bound.</summary>
    public static void UseIdempotencyBuffering(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.ContainsKey(Header))
        {
            context.Request.EnableBuffering();
        }

        return next(context);
    });

    public static async Task<IdempotencyKey> ClaimAsync(UnitOfWork work, HttpContext http, string key)
    {
        var caller = http.User.ClientId();
        var hash = await HashAsync(http.Request, http.RequestAborted);
        var connection = await work.OpenAsync(http.RequestAborted);

        // The lock ends with the transaction; whoever does not get it knows that the first request is still running.
        var claimed = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(@clientId || ' ' || @key, 42))",
            new { clientId = caller, key },
            cancellationToken: http.RequestAborted));
        if (!claimed)
        {
            return new(caller, key, hash) { Earlier = RequestFailures.KeyRunning.ToProblem("Vraag het over enkele seconden opnieuw.") };
        }

        return new(caller, key, hash) { Earlier = await FindAsync(connection, caller, key, hash, http.RequestAborted) };
    }

    public async Task KeepAsync(UnitOfWork work, BufferedAnswer answer, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO platform.idempotency (client_id, key, request_hash, status, headers, body)
            VALUES (@clientId, @key, @requestHash, @Status, @headers::jsonb, @Body)
            """,
            new { clientId, key, requestHash, answer.Status, headers = JsonSerializer.Serialize(answer.Headers), answer.Body },
            cancellationToken: cancellationToken));
    }

    private static async Task<IResult?> FindAsync(
        NpgsqlConnection connection, string client, string idempotencyKey, byte[] hash, CancellationToken cancellationToken)
    {
        var kept = await connection.QuerySingleOrDefaultAsync<Kept>(new CommandDefinition(
            "SELECT request_hash, status, headers::text AS headers, body FROM platform.idempotency WHERE client_id = @clientId AND key = @key",
            new { clientId = client, key = idempotencyKey },
            cancellationToken: cancellationToken));
        if (kept is null)
        {
            return null;
        }

        return kept.RequestHash.AsSpan().SequenceEqual(hash)
            ? new BufferedAnswer(kept.Status, JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Headers)!, kept.Body)
            : RequestFailures.KeyReused.ToProblem("De inhoud of het adres verschilt van het eerste verzoek met deze sleutel. Gebruik een nieuwe sleutel.");
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        request.Body.Position = 0;
        hash.AppendData(await SHA256.HashDataAsync(request.Body, cancellationToken));

        // A handler that reads a file itself still has to.
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private sealed record Kept
    {
        public required byte[] RequestHash { get; init; }

        public required int Status { get; init; }

        public required string Headers { get; init; }

        public required byte[] Body { get; init; }
    }
}
