using System.Text.Json;

namespace GrozUtrecht.Support.Tests.Hsds;

/// <summary>The validator can fail, for each keyword.</summary>
public sealed class HsdsSchemaTests
{
    private const string Id = "019a0000-0000-7000-8000-000000000001";

    [Theory]
    [InlineData($$"""{"id":"{{Id}}","name":"Taalcafé","status":"active","assured_date":"2026-11-22","schedules":[{"id":"{{Id}}","opens_at":"09:00+01:00"}]}""", null)]
    [InlineData($$"""{"id":"{{Id}}","status":"active"}""", "$ lacks name")]
    [InlineData($$"""{"id":"een","name":"Taalcafé","status":"active"}""", "$.id is no uuid")]
    [InlineData($$"""{"id":"{{Id}}","name":7,"status":"active"}""", "$.name is no string")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"open"}""", "$.status is not one of")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","url":"taalcafe"}""", "$.url is no uri")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","email":"taal"}""", "$.email is no email")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","last_modified":"2026-11-22"}""", "$.last_modified is no date")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","assured_date":"22-11-2026"}""", "$.assured_date is no date")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","minimum_age":"18"}""", "$.minimum_age is no number")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","phones":"7"}""", "$.phones is no array")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","phones":[{"id":"{{Id}}"}]}""", "$.phones[0] lacks number")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","schedules":[{"id":"{{Id}}","opens_at":"09:00"}]}""", "$.schedules[0].opens_at is no time")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","organization":[]}""", "$.organization is no object")]
    [InlineData($$"""{"id":"{{Id}}","name":"x","status":"active","naam":"x"}""", "$ has naam")]
    public void The_schema_of_a_service_finds_what_is_wrong(string json, string? error)
    {
        var errors = HsdsSchema.Errors(HsdsSchema.Service, JsonSerializer.Deserialize<JsonElement>(json));

        Assert.Equal(error is null, errors.Count == 0);
        Assert.All(errors, found => Assert.StartsWith(error!, found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_keyword_that_the_validator_does_not_know_is_an_error() =>
        Assert.NotEmpty(HsdsSchema.Errors(
            JsonSerializer.Deserialize<JsonElement>("""{"type":"string","pattern":"a"}"""), JsonSerializer.Deserialize<JsonElement>("\"a\"")));
}
