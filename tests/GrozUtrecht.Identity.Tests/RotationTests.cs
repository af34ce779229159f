using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.Identity.Features.Sleutels;
using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Identity.Tests;

/// <summary>Each test has a database of its own, because each moves the clock by days.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private readonly IdentityFixture identity = new();

    public Task InitializeAsync() => identity.InitializeAsync();

    public Task DisposeAsync() => identity.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_until_its_last_token_has_expired()
    {
        var old = await TokenAsync();
        var oldKey = Validator.KeyIdOf(old);

        identity.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(9));
        await Ring().RotateIfDueAsync(CancellationToken.None);

        var before = await TokenAsync();
        var published = await Validator.PublishedKeyIdsAsync(identity);
        Assert.Equal(oldKey, Validator.KeyIdOf(before));
        Assert.Equal(2, published.Count);
        var newKey = published.Single(key => key != oldKey);

        identity.Clock.Advance(TimeSpan.FromMinutes(9));
        var lastOfOld = await TokenAsync();
        Assert.Equal(oldKey, Validator.KeyIdOf(lastOfOld));
        identity.Clock.Advance(TimeSpan.FromMinutes(2));
        var firstOfNew = await TokenAsync();
        Assert.Equal(newKey, Validator.KeyIdOf(firstOfNew));
        Assert.True((await Validator.ValidateAsync(identity, lastOfOld)).IsValid);
        Assert.True((await Validator.ValidateAsync(identity, firstOfNew)).IsValid);

        identity.Clock.Advance(TimeSpan.FromMinutes(16));
        await Ring().RotateIfDueAsync(CancellationToken.None);
        Assert.Equal([newKey], await Validator.PublishedKeyIdsAsync(identity));
        Assert.Equal(1, await CountKeysAsync());
    }

    [Fact]
    public async Task Replicas_that_rotate_at_the_same_moment_make_one_key()
    {
        await TokenAsync();
        identity.Clock.Advance(TimeSpan.FromDays(30));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => NewReplica().RotateIfDueAsync(CancellationToken.None)));

        Assert.Equal(2, await CountKeysAsync());
    }

    [Fact]
    public async Task Replicas_sign_with_the_same_key()
    {
        var first = await Ring().SigningAsync(CancellationToken.None);
        using var replica = NewReplica();
        var second = await replica.SigningAsync(CancellationToken.None);

        Assert.Equal(first.Key.KeyId, second.Key.KeyId);
    }

    [Fact]
    public async Task A_manager_can_bring_the_next_key_forward_once()
    {
        var old = Validator.KeyIdOf(await TokenAsync());
        using var manager = identity.Manager();

        var first = await manager.PostForAsync<JsonElement>("/identity/v1/ondertekeningssleutels", new { });
        var second = await manager.PostForAsync<JsonElement>("/identity/v1/ondertekeningssleutels", new { });

        var kid = first.GetProperty("kid").GetString();
        Assert.NotEqual(old, kid);
        Assert.Equal(kid, second.GetProperty("kid").GetString());
        Assert.Equal(old, Validator.KeyIdOf(await TokenAsync()));
        identity.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(kid, Validator.KeyIdOf(await TokenAsync()));
    }

    [Fact]
    public async Task Rotating_asks_for_the_scope_to_manage()
    {
        using var partner = identity.ClientFor(TestId.Guid(), "identity:lezen", "identity:schrijven");

        using var response = await partner.PostAsJsonAsync("/identity/v1/ondertekeningssleutels", new { });

        Assert.Equal("toegang.scope-ontbreekt", await response.ProblemCodeAsync());
    }

    [Fact]
    public async Task The_private_key_cannot_be_read_from_the_table()
    {
        await TokenAsync();
        await using var connection = await identity.Database.OpenConnectionAsync();
        var (keyId, box) = await connection.QuerySingleAsync<(string, byte[])>("select key_id, sealed_private_key from signing_keys");

        using var key = ECDsa.Create();
        for (var offset = 0; offset < box.Length; offset++)
        {
            Assert.ThrowsAny<CryptographicException>(() => key.ImportPkcs8PrivateKey(box.AsSpan(offset), out _));
        }

        Assert.Throws<AuthenticationTagMismatchException>(() => SealedKey.Open(box, keyId, "een heel andere lange wachtzin"));
        key.ImportPkcs8PrivateKey(SealedKey.Open(box, keyId, IdentityFixture.Passphrase), out _);
    }

    [Fact]
    public async Task Another_passphrase_is_named_as_the_cause()
    {
        await TokenAsync();
        using var replica = NewReplica("een heel andere lange wachtzin");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await replica.SigningAsync(CancellationToken.None));

        Assert.Contains("Identity:SigningKeyPassphrase", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> TokenAsync() =>
        (await identity.RequestTokenAsync(IdentityFixture.DevelopmentClient, IdentityFixture.DevelopmentSecret)).Token;

    private KeyRing Ring() => identity.Services.GetRequiredService<KeyRing>();

    private KeyRing NewReplica(string passphrase = IdentityFixture.Passphrase) => new(
        identity.Database,
        Options.Create(new IdentitySettings { Issuer = IdentityFixture.Address, SigningKeyPassphrase = passphrase }),
        identity.Clock);

    private async Task<long> CountKeysAsync()
    {
        await using var connection = await identity.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from signing_keys");
    }
}
