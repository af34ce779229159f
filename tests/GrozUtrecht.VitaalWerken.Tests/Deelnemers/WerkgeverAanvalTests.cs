using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

/// <summary>What a curious and clever employer tries, to learn who takes part or how one person feels.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class WerkgeverAanvalTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task Nothing_changes_while_a_colleague_is_at_a_computer_and_after_midnight_nothing_by_one_person()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        await world.EnrolledAsync(7);
        Assert.Null((await StandAsync(world)).Ingeschreven);
        await world.MidnightAsync();
        Assert.Equal(5, (await StandAsync(world)).Ingeschreven);

        foreach (var person in await world.EnrolledAsync(3))
        {
            Assert.Equal("204", await person.RegisterAsync(world.Sessies[0]));
            Assert.Equal(5, (await StandAsync(world)).Ingeschreven);
            await world.MidnightAsync();
            // It moved at seven, so twelve is the next number that shows.
            Assert.Equal((5, null), await StandAsync(world));
        }
    }

    [Fact]
    public async Task Who_withdraws_or_cancels_is_not_seen_leaving()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var people = await world.EnrolledAsync(10);
        foreach (var person in people)
            await person.RegisterAsync(world.Sessies[0]);
        await world.MidnightAsync();
        Assert.Equal((10, 10), await StandAsync(world));

        await people[0].WithdrawAsync();
        await people[1].CancelAsync(world.Sessies[0]);
        await world.MidnightAsync();

        Assert.Equal((10, 10), await StandAsync(world));
    }

    [Fact]
    public async Task Every_address_of_an_employee_is_closed_to_a_token_without_a_key()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var person = (await world.EnrolledAsync(1))[0];
        (HttpMethod Method, string Path, JsonNode? Body)[] routes =
        [
            (HttpMethod.Get, "", null), (HttpMethod.Delete, "", null),
            (HttpMethod.Put, $"/sessies/{world.Sessies[0]}", null), (HttpMethod.Delete, $"/sessies/{world.Sessies[0]}", null),
            (HttpMethod.Put, $"/sessies/{world.Sessies[0]}/aanwezigheid", null),
            (HttpMethod.Put, "/polsmetingen/einde", JsonNode.Parse("""{"antwoorden":[{"onderwerp":"bewegen","cijfer":1}]}""")),
            (HttpMethod.Put, "/ervaring", JsonNode.Parse("""{"cijfer":1,"aanraden":false}""")),
        ];

        foreach (var client in (HttpClient[])[world.Bedrijf, world.Coordinator, world.Leverancier])
        {
            foreach (var (method, path, body) in routes)
                Assert.Equal("403 vitaal-werken.deelnamesleutel.onjuist", await client.SendJsonAsync(method, DeelnemersWereld.Deelname + path, body).OutcomeAsync());
        }

        // The secret travels in a header: in an address it is nothing, and stands in no problem answer.
        using var tried = await world.Bedrijf.GetAsync($"{DeelnemersWereld.Deelname}?deelnamesleutel={person.Sleutel}");
        Assert.Equal("403 vitaal-werken.deelnamesleutel.onjuist", await tried.ProblemAsync());
        Assert.Equal("Fit de lente in", (string)(await person.SeeAsync())["naam"]!);
    }

    [Fact]
    public async Task Who_holds_a_code_learns_from_it_neither_before_nor_after_who_used_it()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var code = (await world.CodesAsync(1))[0];
        await new Medewerker(service.CreateClient(), Geheimecode.CreateKey()).EnrolAsync(code);
        using var spy = service.CreateClient();

        Assert.Equal(await AskAsync(code), await AskAsync(Geheimecode.CreateOnce()));

        async Task<string> AskAsync(string tried)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/vitaal-werken/v1/medewerkers/uitnodiging") { Headers = { { "uitnodigingscode", tried } } };
            return await spy.SendAsync(request).OutcomeAsync();
        }
    }

    [Fact]
    public async Task Nothing_that_the_partners_read_holds_a_pseudonym_or_a_number_below_five()
    {
        var world = await DeelnemersWereld.CreateAsync(service, TimeProvider.System.GetUtcNow().AddMinutes(-2), modules: 3);
        var people = await world.EnrolledAsync(17);
        var code = await world.AttendanceCodeAsync();
        foreach (var (number, person) in people.Index())
        {
            await person.PulseAsync("einde", ("bewegen", number % 10));
            await person.ExperienceAsync(1 + (number % 10), aanraden: true);
            if (number < 3)
                await person.AttendAsync(world.Sessies[0], code);
        }

        await world.MidnightAsync();
        await using var connection = await service.Database.OpenConnectionAsync();
        var pseudonyms = (await connection.QueryAsync<Guid>("SELECT id FROM medewerkers.deelnames WHERE programma_id = @ProgrammaId", new { world.ProgrammaId })).ToList();
        await world.ReportAsync();

        foreach (var client in (HttpClient[])[world.Bedrijf, world.Coordinator, world.Leverancier])
        {
            foreach (var path in new[] { "", "/deelnamestand", "/verslag", "/versies/1" })
            {
                using var answer = await client.GetAsync(world.Adres + path);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain(pseudonyms, pseudonym => text.Contains($"{pseudonym}", StringComparison.OrdinalIgnoreCase));
                Assert.All(Counts(text), count => Assert.True(count >= 5 && count % 5 == 0, $"{path} tells {count}"));
            }
        }
    }

    [Fact]
    public async Task Nothing_of_an_employee_has_a_time_of_day_or_a_sequence()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        var columns = (await connection.QueryAsync<(string Table, string Column, string Type, string? Default)>(
            "SELECT table_name, column_name, data_type, column_default FROM information_schema.columns WHERE table_schema = 'medewerkers'")).ToList();

        Assert.Contains(columns, column => column.Table == "deelnames");
        Assert.DoesNotContain(columns, column => column.Type.StartsWith("time", StringComparison.Ordinal));
        Assert.DoesNotContain(columns, column => column.Default?.Contains("nextval", StringComparison.Ordinal) == true);
        // Rows of one person have no day at all.
        string[] personal = ["deelnames", "aanmeldingen", "aanwezigheden", "polsantwoorden", "ervaringen"];
        Assert.DoesNotContain(columns, column => personal.Contains(column.Table, StringComparer.Ordinal) && column.Type == "date");
        Assert.DoesNotContain(columns, column => personal.Contains(column.Table, StringComparer.Ordinal) && column is { Type: "text", Column: not "onderwerp" });
    }

    [Fact]
    public async Task A_pseudonym_is_random_and_not_made_of_the_time()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        await world.EnrolledAsync(5);
        await using var connection = await service.Database.OpenConnectionAsync();

        Assert.All(
            await connection.QueryAsync<Guid>("SELECT id FROM medewerkers.deelnames WHERE programma_id = @ProgrammaId", new { world.ProgrammaId }),
            pseudonym => Assert.Equal(4, pseudonym.Version));
    }

    private static async Task<(int? Ingeschreven, int? Aangemeld)> StandAsync(DeelnemersWereld world)
    {
        var stand = await world.Bedrijf.GetFromAsync($"{world.Adres}/deelnamestand");
        Assert.Equal(stand.ToJsonString(), (await world.Leverancier.GetFromAsync($"{world.Adres}/deelnamestand")).ToJsonString());
        return ((int?)stand["ingeschreven"], (int?)stand["sessies"]![0]!["aangemeld"]);
    }

    /// <summary>Every number of people, wherever it stands.</summary>
    private static IEnumerable<int> Counts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Walk(document.RootElement)];

        static IEnumerable<int> Walk(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
                property.Name is "ingeschreven" or "deelgenomen" or "aangemeld" or "aantal" ? [property.Value.GetInt32()] : Walk(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
            _ => [],
        };
    }
}
