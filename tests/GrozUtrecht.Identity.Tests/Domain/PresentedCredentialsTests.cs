using System.Text;
using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Tests.Domain;

public sealed class PresentedCredentialsTests
{
    [Fact]
    public void A_name_and_a_secret_are_decoded_as_the_standard_says() =>
        Assert.Equal(new("partner", "a:b c", null), PresentedCredentials.Read(Basic("partner:a%3Ab+c"), null, null, null));

    [Fact]
    public void A_secret_may_hold_a_colon() => Assert.Equal("a:b", PresentedCredentials.Read(Basic("partner:a:b"), null, null, null)!.Secret);

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic ")]
    [InlineData("Bearer abc")]
    public void A_header_that_is_not_readable_is_nothing(string header) => Assert.Null(PresentedCredentials.Read(header, null, null, null));

    [Theory]
    [InlineData("partner")]
    [InlineData(":geheim")]
    [InlineData("partner:")]
    public void Half_of_them_is_nothing(string content) => Assert.Null(PresentedCredentials.Read(Basic(content), null, null, null));

    [Fact]
    public void A_header_without_end_is_nothing() => Assert.Null(PresentedCredentials.Read(Basic($"partner:{new string('x', 4_000)}"), null, null, null));

    [Fact]
    public void Two_ways_at_once_are_nothing() =>
        Assert.Null(PresentedCredentials.Read(Basic("partner:geheim"), null, PresentedCredentials.JwtBearerType, "a.b.c"));

    [Fact]
    public void A_header_and_a_body_that_disagree_are_nothing() =>
        Assert.Null(PresentedCredentials.Read(Basic("partner:geheim"), "iemand-anders", null, null));

    [Fact]
    public void An_assertion_of_another_type_is_nothing() => Assert.Null(PresentedCredentials.Read(null, "partner", "urn:saml", "a.b.c"));

    private static string Basic(string content) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}";
}
