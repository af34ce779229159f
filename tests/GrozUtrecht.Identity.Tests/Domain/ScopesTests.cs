using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Tests.Domain;

public sealed class ScopesTests
{
    private static readonly string[] Registered = ["support:lezen", "tijdbank:lezen"];

    [Theory]
    [InlineData(null, "support:lezen tijdbank:lezen")]
    [InlineData("", "support:lezen tijdbank:lezen")]
    [InlineData("tijdbank:lezen", "tijdbank:lezen")]
    [InlineData("tijdbank:lezen tijdbank:lezen", "tijdbank:lezen")]
    public void A_client_gets_what_it_asks_for(string? requested, string granted) =>
        Assert.Equal(granted, string.Join(' ', Scopes.Grant(requested, Registered)!));

    [Theory]
    [InlineData("support:schrijven")]
    [InlineData("SUPPORT:LEZEN")]
    [InlineData("support:lezen  tijdbank:lezen")]
    [InlineData(" ")]
    public void Anything_else_is_refused(string requested) => Assert.Null(Scopes.Grant(requested, Registered));

    [Fact]
    public void An_endless_list_is_refused_unread() =>
        Assert.Null(Scopes.Grant(string.Join(' ', Enumerable.Repeat("support:lezen", 100)), Registered));
}
