using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class OverboekingIdTests
{
    [Fact]
    public void The_derivation_never_changes() =>
        Assert.Equal(
            new Guid("67b6fd4f-860f-87b0-b101-8f2be70bf5c8"),
            OverboekingId.Derive("support.afspraak", "019a0000-0000-7000-8000-000000000001"));

    [Fact]
    public void A_derived_id_is_a_uuid_of_version_8() => Prop.ForAll<Guid>(id =>
    {
        var derived = OverboekingId.Derive("support.afspraak", id.ToString());
        return derived.Version == 8 && derived.Variant is >= 8 and <= 11;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_sources_with_the_same_id_are_two_transfers() => Prop.ForAll<Guid>(id =>
        OverboekingId.Derive("support.afspraak", id.ToString()) != OverboekingId.Derive("lifestyle.sessie", id.ToString()))
        .QuickCheckThrowOnFailure();
}
