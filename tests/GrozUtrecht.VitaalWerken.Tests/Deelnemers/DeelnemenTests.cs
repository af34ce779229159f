using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

[Collection(VitaalWerkenService.Name)]
public sealed class DeelnemenTests(VitaalWerkenFixture service)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Of_fifty_who_register_at_once_as_many_get_a_place_as_there_are()
    {
        var world = await DeelnemersWereld.CreateAsync(service, capaciteit: 20);
        var people = await world.EnrolledAsync(50);

        var outcomes = await Task.WhenAll(people.Select(person => person.RegisterAsync(world.Sessies[0])));

        Assert.Equal(20, outcomes.Count(outcome => outcome == "204"));
        Assert.Equal(30, outcomes.Count(outcome => outcome == "409 vitaal-werken.programmasessie.vol"));
        Assert.Equal((20, 20), await PlacesAsync(world));
    }

    [Fact]
    public async Task Registering_and_cancelling_twice_is_once_and_gives_the_place_to_another()
    {
        var world = await DeelnemersWereld.CreateAsync(service, capaciteit: 1);
        var people = await world.EnrolledAsync(2);
        var sessie = world.Sessies[0];

        Assert.Equal(["204", "204"], [await people[0].RegisterAsync(sessie), await people[0].RegisterAsync(sessie)]);
        Assert.Equal("409 vitaal-werken.programmasessie.vol", await people[1].RegisterAsync(sessie));
        Assert.Equal(["204", "204"], [await people[0].CancelAsync(sessie), await people[0].CancelAsync(sessie)]);
        Assert.Equal("204", await people[1].RegisterAsync(sessie));
        Assert.Equal((1, 1), await PlacesAsync(world));
    }

    [Fact]
    public async Task The_database_itself_takes_no_more_than_fit()
    {
        var world = await DeelnemersWereld.CreateAsync(service, capaciteit: 1);
        await (await world.EnrolledAsync(1))[0].RegisterAsync(world.Sessies[0]);
        await using var connection = await service.Database.OpenConnectionAsync();

        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => connection.ExecuteAsync("UPDATE medewerkers.sessieplaatsen SET bezet = bezet + 1 WHERE programma_id = @ProgrammaId", new { world.ProgrammaId }));
        Assert.Equal("no_more_than_fit", refusal.ConstraintName);
    }

    [Fact]
    public async Task A_session_that_began_and_one_of_another_programme_take_nobody()
    {
        var (begun, other) = (await DeelnemersWereld.CreateAsync(service, Now.AddMinutes(-1)), await DeelnemersWereld.CreateAsync(service));
        var person = (await begun.EnrolledAsync(1))[0];

        Assert.Equal("409 vitaal-werken.programmasessie.begonnen", await person.RegisterAsync(begun.Sessies[0]));
        Assert.Equal("409 vitaal-werken.programmasessie.begonnen", await person.CancelAsync(begun.Sessies[0]));
        Assert.Equal("404 vitaal-werken.programmasessie.onbekend", await person.RegisterAsync(other.Sessies[0]));
    }

    [Fact]
    public async Task Who_was_there_says_so_with_the_code_that_was_shown()
    {
        var world = await DeelnemersWereld.CreateAsync(service, Now.AddMinutes(-1), modules: 2);
        var person = (await world.EnrolledAsync(1))[0];
        var (sessie, code) = (world.Sessies[0], await world.AttendanceCodeAsync());

        Assert.Equal("403 vitaal-werken.aanwezigheidscode.onjuist", await person.AttendAsync(sessie, "0000-0000"));
        Assert.Equal("403 vitaal-werken.aanwezigheidscode.onjuist", await person.AttendAsync(sessie, await world.AttendanceCodeAsync(2)));
        Assert.Equal(["204", "204"], [await person.AttendAsync(sessie, code), await person.AttendAsync(sessie, code.ToLowerInvariant())]);
        Assert.Equal([true, false], (await person.SeeAsync())["sessies"]!.AsArray().OrderBy(item => (string)item!["titel"]!, StringComparer.Ordinal).Select(item => (bool)item!["aanwezig"]!));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task The_code_of_another_day_does_not_work_today(int days)
    {
        var world = await DeelnemersWereld.CreateAsync(service, Now.AddDays(days));
        var person = (await world.EnrolledAsync(1))[0];

        Assert.Equal("409 vitaal-werken.aanwezigheid.niet-nu", await person.AttendAsync(world.Sessies[0], await world.AttendanceCodeAsync()));
    }

    [Fact]
    public async Task The_code_of_a_session_is_for_its_supplier_and_the_coordinator()
    {
        var (world, other) = (await DeelnemersWereld.CreateAsync(service), await DeelnemersWereld.CreateAsync(service));
        var address = $"{world.Adres}/sessies/{world.Sessies[0]}/aanwezigheidscode";

        Assert.Equal("409 vitaal-werken.aanwezigheidscode.nog-niet", await world.Leverancier.GetAsync(address).OutcomeAsync());
        await world.CodesAsync(1);
        Assert.Equal("403 vitaal-werken.aanwezigheidscode.niet-voor-werkgever", await world.Bedrijf.GetAsync(address).OutcomeAsync());
        Assert.Equal("404 vitaal-werken.programma.onbekend", await other.Leverancier.GetAsync(address).OutcomeAsync());
        Assert.Equal("200", await world.Coordinator.GetAsync(address).OutcomeAsync());
    }

    [Theory]
    [InlineData(0, 60, "start")]
    [InlineData(-30, 30, "midden")]
    [InlineData(-60, 0, "einde")]
    public async Task One_pulse_is_open_and_answering_it_again_replaces_the_answer(int begin, int eind, string open)
    {
        var world = await DeelnemersWereld.CreateAsync(service, modules: 2);
        await world.PlanAsync(begin, eind);
        var person = (await world.EnrolledAsync(1))[0];

        foreach (var moment in new[] { "start", "midden", "einde" })
            Assert.Equal(moment == open ? "204" : "409 vitaal-werken.polsmeting.niet-open", await person.PulseAsync(moment, ("bewegen", 6), ("slaap", 3)));
        Assert.Equal("204", await person.PulseAsync(open, ("bewegen", 10)));

        var seen = (await person.SeeAsync())["polsmetingen"]!.AsArray();
        Assert.Equal([open], seen.Where(item => (bool)item!["isOpen"]!).Select(item => (string)item!["moment"]!));
        Assert.Equal([("bewegen", 10)], seen.SelectMany(item => item!["antwoorden"]!.AsArray()).Select(item => ((string)item!["onderwerp"]!, (int)item["cijfer"]!)));
    }

    [Fact]
    public async Task Marks_are_whole_and_about_subjects_of_the_programme()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var person = (await world.EnrolledAsync(1))[0];

        Assert.Equal("422 vitaal-werken.polsmeting.onderwerp-onjuist", await person.PulseAsync("einde", ("voeding", 5)));
        Assert.Equal("422 vitaal-werken.polsmeting.onderwerp-onjuist", await person.PulseAsync("einde", ("bewegen", 5), ("bewegen", 6)));
        Assert.Equal("400 verzoek.ongeldig", await person.PulseAsync("einde", ("bewegen", 11)));
        Assert.Equal("400 verzoek.ongeldig", await person.PulseAsync("einde"));
        Assert.Equal("400 verzoek.ongeldig", await person.PulseAsync("later", ("bewegen", 5)));
        Assert.Equal("400 verzoek.ongeldig", await person.ExperienceAsync(0, aanraden: true));
        Assert.Equal("400 verzoek.onleesbaar", await person.SendAsync(HttpMethod.Put, "/ervaring", new JsonObject { ["cijfer"] = 5, ["aanraden"] = true, ["opmerking"] = "Jan was er ook" }));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_seen_and_what_was_withdrawn_is_nowhere()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var person = (await world.EnrolledAsync(1))[0];
        await person.RegisterAsync(world.Sessies[0]);
        await person.PulseAsync("einde", ("bewegen", 3));
        await person.ExperienceAsync(4, aanraden: false);
        await using var connection = await service.Database.OpenConnectionAsync();
        var pseudonym = await connection.ExecuteScalarAsync<Guid>("SELECT id FROM medewerkers.deelnames WHERE programma_id = @ProgrammaId", new { world.ProgrammaId });
        Assert.InRange(await service.TracesAsync($"{pseudonym}"), 4, 100);

        Assert.Equal("403 vitaal-werken.deelnamesleutel.onjuist", await new Medewerker(service.CreateClient(), Geheimecode.CreateKey()).SendAsync(HttpMethod.Get, ""));
        Assert.Equal(["204", "403 vitaal-werken.deelnamesleutel.onjuist"], [await person.WithdrawAsync(), await person.WithdrawAsync()]);
        Assert.Equal(0, await service.TracesAsync($"{pseudonym}"));
        Assert.Equal(0, await service.TracesAsync(Convert.ToHexStringLower(Geheimecode.Hash(person.Sleutel))));
        Assert.Equal((100, 0), await PlacesAsync(world));
    }

    private async Task<(int Capaciteit, int Bezet)> PlacesAsync(DeelnemersWereld world)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        var places = await connection.QuerySingleAsync<(int, int)>("SELECT capaciteit, bezet FROM medewerkers.sessieplaatsen WHERE sessie_sleutel = @Sessie", new { Sessie = world.Sessies[0] });
        Assert.Equal(
            places.Item2,
            await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM medewerkers.aanmeldingen WHERE sessie_sleutel = @Sessie", new { Sessie = world.Sessies[0] }));
        return places;
    }
}
