using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests;

public sealed class VitaalWerkenFixture() : ServiceFixture<Program>("vitaal-werken")
{
    public const string Bedrijven = "/vitaal-werken/v1/bedrijven";

    private int lastKvkNummer = 10_000_000;

    /// <summary>A client of a partner of its own, unless one is named.</summary>
    public HttpClient Partner(Guid? partnerId = null) =>
        ClientFor(partnerId ?? TestId.Guid(), "vitaal-werken:lezen", "vitaal-werken:schrijven");

    /// <summary>A company that no other test knows.</summary>
    public JsonObject NewBedrijf(string postcode = "3431") => new()
    {
        ["kvkNummer"] = Interlocked.Increment(ref lastKvkNummer).ToString("D8"),
        ["naam"] = "Bakkerij De Ochtend",
        ["sector"] = "detailhandel",
        ["grootteklasse"] = "klein",
        ["postcode"] = postcode,
    };

    /// <summary>Registers a new company and gives its address.</summary>
    public async Task<string> RegisteredAsync(HttpClient partner)
    {
        using var response = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, NewBedrijf());
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.ToString();
    }

    public static JsonObject Status(string status) => new() { ["status"] = status };
}

[CollectionDefinition(Name)]
public sealed class VitaalWerkenService : ICollectionFixture<VitaalWerkenFixture>
{
    public const string Name = "vitaal-werken";
}
