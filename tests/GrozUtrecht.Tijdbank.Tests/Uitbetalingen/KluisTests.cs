using System.Security.Cryptography;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class KluisTests
{
    private readonly Guid owner = TestId.Guid();
    private readonly byte[] oldKey = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] newKey = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void What_was_sealed_opens_for_its_owner_and_never_looks_the_same_twice()
    {
        var kluis = new Kluis("1", new Dictionary<string, byte[]> { ["1"] = oldKey });
        var (first, second) = (kluis.Seal("Zoë", owner, "naam"), kluis.Seal("Zoë", owner, "naam"));
        Assert.Equal("Zoë", kluis.Open(first, owner, "naam"));
        Assert.NotEqual(first.Inhoud, second.Inhoud);
    }

    [Fact]
    public void It_opens_for_nobody_else_under_no_other_field_and_not_when_changed()
    {
        var kluis = new Kluis("1", new Dictionary<string, byte[]> { ["1"] = oldKey });
        var box = kluis.Seal("NL91ABNA0417164300", owner, "iban");
        Assert.Throws<AuthenticationTagMismatchException>(() => kluis.Open(box, TestId.Guid(), "iban"));
        Assert.Throws<AuthenticationTagMismatchException>(() => kluis.Open(box, owner, "naam"));
        box.Inhoud[^1] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => kluis.Open(box, owner, "iban"));
    }

    [Fact]
    public void After_a_change_of_key_the_old_one_still_opens_and_the_new_one_seals()
    {
        var before = new Kluis("1", new Dictionary<string, byte[]> { ["1"] = oldKey }).Seal("Jan", owner, "naam");
        var kluis = new Kluis("2", new Dictionary<string, byte[]> { ["1"] = oldKey, ["2"] = newKey });
        Assert.Equal("Jan", kluis.Open(before, owner, "naam"));
        Assert.Equal("2", kluis.Seal("Jan", owner, "naam").SleutelId);
        Assert.Throws<InvalidOperationException>(() => new Kluis("2", new Dictionary<string, byte[]> { ["2"] = newKey }).Open(before, owner, "naam"));
    }
}
