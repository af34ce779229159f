using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

[Collection(VitaalWerkenService.Name)]
public sealed class InschrijvenTests(VitaalWerkenFixture service)
{
    private const string Refused = "404 vitaal-werken.uitnodigingscode.ongeldig";

    [Fact]
    public async Task An_unknown_a_used_and_a_late_code_get_the_same_answer()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var codes = await world.CodesAsync(2);
        Assert.Equal("204", await Somebody().EnrolAsync(codes[0]));
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE medewerkers.uitnodigingscodes SET geldig_tot_en_met = @day WHERE doel_id = @ProgrammaId", new { day = DeelnemersWereld.Today.AddDays(-1), world.ProgrammaId });

        Assert.Equal([Refused, Refused, Refused], [await Somebody().EnrolAsync(Geheimecode.CreateOnce()), await Somebody().EnrolAsync(codes[0]), await Somebody().EnrolAsync(codes[1])]);
    }

    [Fact]
    public async Task A_code_of_a_programme_that_was_withdrawn_gets_that_answer_too_and_is_not_used()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var codes = await world.CodesAsync(1);
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE programmas SET status = 'ingetrokken', ingetrokken_op = now() WHERE id = @ProgrammaId", new { world.ProgrammaId });

        Assert.Equal(Refused, await Somebody().EnrolAsync(codes[0]));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM medewerkers.uitnodigingscodes WHERE doel_id = @ProgrammaId", new { world.ProgrammaId }));
    }

    [Fact]
    public async Task Whose_answer_got_lost_repeats_with_the_same_key_and_is_enrolled_once()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var (code, person) = ((await world.CodesAsync(1))[0], Somebody());

        Assert.Equal(["204", "204"], [await person.EnrolAsync(code), await person.EnrolAsync(code)]);
        Assert.Equal(1, await EnrolmentsAsync(world));
        Assert.Equal("Fit de lente in", (string)(await person.SeeAsync())["naam"]!);
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_enrols_once()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var (code, person) = ((await world.CodesAsync(1))[0], Somebody());

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => person.EnrolAsync(code))), outcome => Assert.Equal("204", outcome));
        Assert.Equal(1, await EnrolmentsAsync(world));
    }

    [Fact]
    public async Task One_code_enrols_one_of_ten_who_try_it_at_once()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var code = (await world.CodesAsync(1))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Somebody().EnrolAsync(code)));

        Assert.Single(outcomes, outcome => outcome == "204");
        Assert.Equal(9, outcomes.Count(outcome => outcome == Refused));
        Assert.Equal(1, await EnrolmentsAsync(world));
    }

    [Fact]
    public async Task A_key_belongs_to_one_enrolment_and_the_other_code_stays_good()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var (codes, person) = (await world.CodesAsync(2), Somebody());
        await person.EnrolAsync(codes[0]);

        Assert.Equal("409 vitaal-werken.deelnamesleutel.in-gebruik", await person.EnrolAsync(codes[1]));
        Assert.Equal("204", await Somebody().EnrolAsync(codes[1]));
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA")]
    public async Task A_key_that_could_be_guessed_is_refused_before_the_code_is_looked_at(string sleutel) => Assert.Equal(
        "422 vitaal-werken.deelnamesleutel.te-zwak", await new Medewerker(service.CreateClient(), sleutel).EnrolAsync("whatever"));

    [Fact]
    public async Task No_answer_to_an_employee_is_kept_whether_a_token_comes_along_or_not()
    {
        using var partner = service.Partner();

        foreach (var client in (HttpClient[])[service.CreateClient(), partner])
        {
            var person = new Medewerker(client, Geheimecode.CreateKey());
            Assert.Equal("400 vitaal-werken.antwoord.niet-bewaard", await person.SendAsync(HttpMethod.Put, "", null, ("Idempotency-Key", "a")));
        }
    }

    [Fact]
    public async Task Of_codes_and_keys_nothing_is_found_in_the_database()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var (code, person) = ((await world.CodesAsync(1))[0], Somebody());
        await person.EnrolAsync(code);

        foreach (var secret in new[] { person.Sleutel, Geheimecode.Clean(person.Sleutel), code })
            Assert.Equal(0, await service.TracesAsync(secret));
        Assert.Equal(0, await service.TracesAsync(Convert.ToHexStringLower(Geheimecode.Hash(code))));
    }

    [Fact]
    public async Task Only_the_coordinator_makes_codes_and_never_the_employer_itself()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var stranger = await service.CoordinatorAsync("kanaleneiland");

        Assert.Equal("403 vitaal-werken.inschrijfcodes.alleen-coordinator", await Ask(world.Bedrijf));
        Assert.Equal("403 vitaal-werken.inschrijfcodes.alleen-coordinator", await Ask(world.Leverancier));
        Assert.Equal("404 vitaal-werken.programma.onbekend", await Ask(stranger));
        Assert.Equal("400 vitaal-werken.antwoord.niet-bewaard", await Ask(world.Coordinator, key: "a"));
        Assert.Equal("400 verzoek.ongeldig", await Ask(world.Coordinator, count: 501));
        Assert.Equal("201", await Ask(world.Coordinator));

        Task<string> Ask(HttpClient client, string? key = null, int count = 1) =>
            client.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/inschrijfcodes", new JsonObject { ["aantal"] = count }, key: key).OutcomeAsync();
    }

    [Fact]
    public async Task An_employer_that_is_appointed_coordinator_stays_the_employer()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        await using var connection = await service.Database.OpenConnectionAsync();
        var partnerId = await connection.ExecuteScalarAsync<Guid>("SELECT partner_id FROM programmas WHERE id = @ProgrammaId", new { world.ProgrammaId });
        using var appointed = await service.CoordinatorAsync(partnerId: partnerId);

        Assert.Equal(
            "403 vitaal-werken.inschrijfcodes.alleen-coordinator",
            await appointed.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/inschrijfcodes", new JsonObject { ["aantal"] = 1 }).OutcomeAsync());
    }

    [Fact]
    public async Task Before_everybody_agreed_and_after_it_was_withdrawn_there_are_no_codes()
    {
        var world = await DeelnemersWereld.CreateAsync(service, status: "ingetrokken");

        Assert.Equal(
            "409 vitaal-werken.inschrijfcodes.programma-niet-open",
            await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/inschrijfcodes", new JsonObject { ["aantal"] = 1 }).OutcomeAsync());
    }

    private Medewerker Somebody() => new(service.CreateClient(), Geheimecode.CreateKey());

    private async Task<int> EnrolmentsAsync(DeelnemersWereld world)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM medewerkers.deelnames WHERE programma_id = @ProgrammaId", new { world.ProgrammaId });
    }
}
