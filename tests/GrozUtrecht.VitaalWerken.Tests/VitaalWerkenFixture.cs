using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests;

public sealed class VitaalWerkenFixture() : ServiceFixture<Program>("vitaal-werken")
{
    public const string Bedrijven = "/vitaal-werken/v1/bedrijven";

    private int lastKvkNummer = 10_000_000;

    protected override IEnumerable<(string Key, string Value)> Settings => [("VitaalWerken:Open:Adres", "https://groz.test/open")];

    /// <summary>A client of a partner of its own, unless one is named.</summary>
    public HttpClient Partner(Guid? partnerId = null) =>
        ClientFor(partnerId ?? TestId.Guid(), "vitaal-werken:lezen", "vitaal-werken:schrijven");

    /// <summary>A client that may coordinate; <see cref="CoordinatorAsync"/> also appoints it.</summary>
    public HttpClient CoordinatorClient(Guid partnerId) =>
        ClientFor(partnerId, "vitaal-werken:lezen", "vitaal-werken:schrijven", "vitaal-werken:coordineren");

    /// <summary>A coordinator of the area, of a partner of its own.</summary>
    public async Task<HttpClient> CoordinatorAsync(string gebied = "nieuwegein", Guid? partnerId = null)
    {
        var id = partnerId ?? TestId.Guid();
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO netwerkcoordinatoren (gebied, partner_id, aangewezen_op) VALUES (@gebied, @id, now()) ON CONFLICT DO NOTHING", new { gebied, id });
        return CoordinatorClient(id);
    }

    /// <summary>A company in Nieuwegein that is a member, of this partner.</summary>
    public async Task<Guid> LidAsync(HttpClient partner)
    {
        var address = await RegisteredAsync(partner);
        using var response = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"");
        response.EnsureSuccessStatusCode();
        return Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
    }

    /// <summary>A supplier that takes part, straight in the database.</summary>
    public async Task<Guid> LeverancierAsync(Guid? partnerId = null, string soort = "zzp", string postcode = "3431", string gebied = "nieuwegein")
    {
        var id = TestId.Guid();
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO leveranciers (id, partner_id, version, soort, status, naam, omschrijving, postcode, gebied, aangemaakt_op, gewijzigd_op)
            VALUES (@id, @partnerId, 1, @soort, 'actief', 'Praktijk De Proef', 'Beweging op het werk', @postcode, @gebied, now(), now())
            """,
            new { id, partnerId = partnerId ?? TestId.Guid(), soort, postcode, gebied });
        return id;
    }

    /// <summary>An offer of a supplier, straight in the database; always available unless said otherwise.</summary>
    public async Task<Guid> AanbodAsync(
        Guid leverancierId, string onderwerp = "bewegen", string vorm = "workshop", long? prijsCenten = 25_000, int beschikbaar = (1 << 21) - 1,
        string gebied = "nieuwegein", bool leerplek = false)
    {
        var id = TestId.Guid();
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO aanbod (id, leverancier_id, version, status, titel, omschrijving, onderwerp, vorm, duur_minuten, groep_minimum, groep_maximum,
                                prijssoort, prijs_centen, gebieden, beschikbaar, leerplek, aangemaakt_op, gewijzigd_op)
            VALUES (@id, @leverancierId, 1, 'actief', 'Bewegen op je werk', 'Twee uur aan de slag', @onderwerp, @vorm, 120, 5, 20,
                    CASE WHEN @prijsCenten::bigint IS NULL THEN 'gratis' ELSE 'euro' END, @prijsCenten, ARRAY[@gebied], @beschikbaar, @leerplek, now(), now())
            """,
            new { id, leverancierId, onderwerp, vorm, prijsCenten, beschikbaar, gebied, leerplek });
        return id;
    }

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
