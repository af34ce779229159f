using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests;

/// <summary>Support as it runs, once for all tests; every test has a partner of its own and sees no other's data.</summary>
public sealed class SupportFixture() : ServiceFixture<Program>("support")
{
    public const string Read = "support:lezen";
    public const string Write = "support:schrijven";

    public const string SocialeKaart = "support:sociale-kaart";

    internal Partner NewPartner() => new(this, TestId.Guid());
}

[CollectionDefinition(Name)]
public sealed class SupportCollection : ICollectionFixture<SupportFixture>
{
    public const string Name = "support";
}
