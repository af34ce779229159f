using System.Collections.Concurrent;
using System.Security.Cryptography;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Sleutels;

/// <summary>The signing keys as this process holds them: read from the table now and then, opened once each.</summary>
internal sealed class KeyRing(NpgsqlDataSource dataSource, IOptions<IdentitySettings> settings, TimeProvider clock) : IDisposable
{
    /// <summary>Shorter than a key is published before it signs, so that no replica misses that moment.</summary>
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, JsonWebKey> opened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1, 1);
    private Loaded? loaded;

    private KeyPolicy Policy => settings.Value.KeyPolicy;

    /// <summary>What signs a token now.</summary>
    public async ValueTask<SigningCredentials> SigningAsync(CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken);
        var key = KeySchedule.Signing(keys, clock.GetUtcNow());
        return new SigningCredentials(opened.GetOrAdd(key.KeyId, (_, row) => Open(row), key), SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The public keys with which tokens are checked.</summary>
    public async ValueTask<IReadOnlyList<JsonWebKey>> PublishedAsync(CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken);
        return [.. KeySchedule.Published(keys, clock.GetUtcNow(), Policy).Select(Public)];
    }

    /// <summary>Makes the next key when it is due, or at once when asked to; a key that already waits for its moment is enough.</summary>
    public async Task<SigningKeyRow> RotateAsync(NpgsqlConnection connection, bool always, CancellationToken cancellationToken)
    {
        await SigningKeyStore.LockAsync(connection, cancellationToken);
        var keys = await SigningKeyStore.ListAsync(connection, cancellationToken);
        var now = clock.GetUtcNow();
        var start = KeySchedule.NextIfDue(keys, now, Policy) ?? (always ? now + Policy.Lead : null);
        if (start is not { } signsFrom || KeySchedule.Pending(keys, now) is not null)
        {
            return keys.MaxBy(key => key.SignsFrom)!;
        }

        var made = Make(now, signsFrom);
        await SigningKeyStore.InsertAsync(connection, made, cancellationToken);
        return made;
    }

    /// <summary>Makes the next key when it is due, and removes those whose last token has expired.</summary>
    public async Task RotateIfDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RotateAsync(connection, always: false, cancellationToken);
        var keys = await SigningKeyStore.ListAsync(connection, cancellationToken);
        var needed = KeySchedule.Published(keys, clock.GetUtcNow(), Policy);
        await SigningKeyStore.DeleteAsync(connection, [.. keys.Except(needed).Select(key => key.KeyId)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    private async ValueTask<IReadOnlyList<SigningKeyRow>> KeysAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } keys)
        {
            return keys;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            return Fresh() ?? await LoadAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private IReadOnlyList<SigningKeyRow>? Fresh() =>
        loaded is { } current && clock.GetUtcNow() < current.At + MaximumAge ? current.Keys : null;

    private async Task<IReadOnlyList<SigningKeyRow>> LoadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = await ReadAsync(cancellationToken);
        if (keys.Count == 0)
        {
            // The very first request may come before the rotation's first round.
            await RotateIfDueAsync(cancellationToken);
            keys = await ReadAsync(cancellationToken);
        }

        loaded = new Loaded(keys, now);
        return keys;
    }

    private async Task<IReadOnlyList<SigningKeyRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await SigningKeyStore.ListAsync(connection, cancellationToken);
    }

    private SigningKeyRow Make(DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var keyId = Guid.CreateVersion7(now).ToString("N");
        return new SigningKeyRow
        {
            KeyId = keyId,
            X = Base64UrlEncoder.Encode(point.X!),
            Y = Base64UrlEncoder.Encode(point.Y!),
            SealedPrivateKey = SealedKey.Seal(key.ExportPkcs8PrivateKey(), keyId, settings.Value.SigningKeyPassphrase),
            CreatedAt = now,
            SignsFrom = signsFrom,
        };
    }

    private JsonWebKey Open(SigningKeyRow row)
    {
        var pkcs8 = Unseal(row);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        var whole = Public(row);
        whole.D = Base64UrlEncoder.Encode(key.ExportParameters(includePrivateParameters: true).D!);
        CryptographicOperations.ZeroMemory(pkcs8);
        return whole;
    }

    private byte[] Unseal(SigningKeyRow row)
    {
        try
        {
            return SealedKey.Open(row.SealedPrivateKey, row.KeyId, settings.Value.SigningKeyPassphrase);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new InvalidOperationException(
                $"Signing key {row.KeyId} was stored under another passphrase. Restore Identity:SigningKeyPassphrase, or delete the rows of signing_keys: every token ends then.",
                exception);
        }
    }

    private static JsonWebKey Public(SigningKeyRow row) => new()
    {
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = JsonWebKeyECTypes.P256,
        Use = JsonWebKeyUseNames.Sig,
        Alg = SecurityAlgorithms.EcdsaSha256,
        Kid = row.KeyId,
        X = row.X,
        Y = row.Y,
    };

    private sealed record Loaded(IReadOnlyList<SigningKeyRow> Keys, DateTimeOffset At);
}
