namespace GrozUtrecht.Gebieden.Tests;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("3581", "Utrecht", "utrecht-oost")]
    [InlineData("3526", "Utrecht", "kanaleneiland")]
    [InlineData("3528", "Utrecht", "papendorp")]
    [InlineData("3561", "Utrecht", "overvecht")]
    [InlineData("3431", "Nieuwegein", "nieuwegein")]
    public void A_postcode_knows_its_municipality_and_area(string code, string gemeente, string gebied)
    {
        Assert.True(Postcode4.TryFind(code, out var postcode));
        Assert.Equal(gemeente, postcode.Gemeente);
        Assert.Equal(gebied, postcode.Gebied!.Code);
        Assert.Contains(postcode, postcode.Gebied.Postcodes);
    }

    [Fact]
    public void A_postcode_may_lie_in_no_area_of_the_programme()
    {
        Assert.True(Postcode4.TryFind("3511", out var postcode));
        Assert.Null(postcode.Gebied);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1012")]
    [InlineData("9999")]
    [InlineData("3581AB")]
    [InlineData(" 3581")]
    [InlineData("postcode4")]
    public void An_unknown_postcode_is_refused(string? code) => Assert.False(Postcode4.TryFind(code, out _));

    [Theory]
    [InlineData("3430")]
    [InlineData("3500")]
    [InlineData("3509")]
    public void A_postbus_postcode_is_refused(string code) => Assert.False(Postcode4.TryFind(code, out _));

    [Fact]
    public void The_table_holds_each_postcode_once_in_order()
    {
        var codes = Postcode4.All.Select(postcode => postcode.Code).ToList();

        Assert.Equal(56, codes.Count);
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_area_of_the_programme_is_there() =>
        Assert.Equal(["kanaleneiland", "nieuwegein", "overvecht", "papendorp", "utrecht-oost"], Gebied.All.Select(gebied => gebied.Code));

    [Fact]
    public void An_area_is_found_by_its_code_only()
    {
        Assert.True(Gebied.TryFind("utrecht-oost", out var gebied));
        Assert.Equal("Utrecht-Oost", gebied.Naam);
        Assert.False(Gebied.TryFind("Utrecht-Oost", out _));
        Assert.False(Gebied.TryFind(null, out _));
    }

    [Fact]
    public void Only_an_area_that_Statistics_Netherlands_has_too_carries_its_code()
    {
        Assert.Equal("GM0356", Gebied.All.Single(gebied => gebied.Code == "nieuwegein").CbsCode);
        Assert.Null(Gebied.All.Single(gebied => gebied.Code == "kanaleneiland").CbsCode);
    }
}
