using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary>
/// Signs statements as JWT with the newest key, and makes a key when there is none or when it is a year old. A new key may sign at
/// once: its name is the address at which it can be read, and a verifier asks for a name that it does not know.
/// </summary>
internal sealed class Ondertekenaar(Kluis kluis, IOptions<OndertekeningSettings> settings, TimeProvider clock)
{
    /// <summary>How long one key signs.</summary>
    public static readonly TimeSpan Rotation = TimeSpan.FromDays(365);

    private const string SealedField = "ondertekeningssleutel";

    /// <summary>The payload as a compact JWS (RFC 7515), with the header that Open Badges 3.0 asks for.</summary>
    public async Task<string> SignAsync(NpgsqlConnection connection, JsonObject payload, CancellationToken cancellationToken)
    {
        var row = await CurrentAsync(connection, cancellationToken);
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = settings.Value.KeyAddress(row.Id), ["typ"] = "JWT" };
        var signed = $"{Encode(header)}.{Encode(payload)}";
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(kluis.Open(new(row.SleutelId, row.Verzegeld), row.Id, SealedField)), out _);
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Makes the next key; from now on it signs.</summary>
    public async Task<Ondertekeningssleutel> RotateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await OndertekeningssleutelStore.LockAsync(connection, cancellationToken);
        return await MakeAsync(connection, cancellationToken);
    }

    private async Task<Ondertekeningssleutel> CurrentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await NewestAsync(connection, cancellationToken) is { } key)
            return key;
        await OndertekeningssleutelStore.LockAsync(connection, cancellationToken);
        return await NewestAsync(connection, cancellationToken) ?? await MakeAsync(connection, cancellationToken);
    }

    private async Task<Ondertekeningssleutel?> NewestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var newest = (await OndertekeningssleutelStore.ListAsync(connection, cancellationToken)).LastOrDefault();
        return newest?.GemaaktOp + Rotation > clock.GetUtcNow() ? newest : null;
    }

    private async Task<Ondertekeningssleutel> MakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var box = kluis.Seal(Convert.ToBase64String(key.ExportPkcs8PrivateKey()), id, SealedField);
        var made = new Ondertekeningssleutel
        {
            Id = id,
            X = Base64Url.EncodeToString(point.X),
            Y = Base64Url.EncodeToString(point.Y),
            SleutelId = box.SleutelId,
            Verzegeld = box.Inhoud,
            GemaaktOp = now,
        };
        await OndertekeningssleutelStore.InsertAsync(connection, made, cancellationToken);
        return made;
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
