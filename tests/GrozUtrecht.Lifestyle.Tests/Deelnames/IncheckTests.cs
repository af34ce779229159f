using System.Text.Json.Nodes;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

[Collection(LifestyleService.Name)]
public sealed class IncheckTests(LifestyleFixture lifestyle)
{
    [Theory]
    [InlineData("AB12CD")]
    [InlineData("ab12cd")]
    [InlineData("ab1 2cd")]
    [InlineData("abi2cd")]
    [InlineData("ABL2CD")]
    public void A_code_that_was_typed_by_hand_is_understood(string typed) => Assert.Equal("AB12CD", Incheckcode.Read(typed));

    [Fact]
    public async Task Many_come_in_at_once_each_with_an_outcome_of_their_own()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);
        var (one, two, waiting) = (await sessie.RegisterAsync(), await sessie.RegisterAsync(), await sessie.RegisterAsync());
        await sessie.BeginsAsync(30);

        var outcomes = await sessie.CheckedInAsync(Code(one), Id(two), Code(one), Id(waiting), Text("ZZZZZZ"));

        Assert.Equal(["aanwezig", "aanwezig", "was-al-aanwezig", "geen-plaats", "onbekend"], outcomes);
        Assert.Equal(["was-al-aanwezig"], await sessie.CheckedInAsync(Id(one)));
    }

    [Fact]
    public async Task Who_waits_comes_in_when_there_is_a_place()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var (holder, waiting) = (await sessie.RegisterAsync(), await sessie.RegisterAsync());
        await sessie.BeginsAsync(40);
        using var cancelled = await sessie.CancelAsync(holder);

        Assert.Equal(["aanwezig", "niet-meer-aangemeld"], await sessie.CheckedInAsync(Id(waiting), Id(holder)));
        Assert.Equal((1, 1, 1), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task Attendance_is_told_with_minutes_and_names_nobody_but_a_host()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);
        var host = TestId.Guid();
        using var registered = await sessie.Owner.SendJsonAsync(
            HttpMethod.Post, $"{sessie.Address}/deelnames", new JsonObject { ["persoonId"] = host, ["rol"] = "gastheer" });
        var (hosting, visiting) = (await Sessie.OkAsync(registered), await sessie.RegisterAsync());
        await sessie.BeginsAsync(-30, 90);

        await sessie.CheckedInAsync(Id(hosting), Id(visiting, 45));

        var hosted = await lifestyle.Events.FirstAsync<ActiviteitAttended>(told => told.DeelnameId == (Guid)hosting["id"]!);
        var visited = await lifestyle.Events.FirstAsync<ActiviteitAttended>(told => told.DeelnameId == (Guid)visiting["id"]!);
        Assert.Equal(("gastheer", host, 90), (hosted.Rol, hosted.GastheerPersoonId, hosted.DurationMinutes));
        Assert.Equal(("deelnemer", null, 45), (visited.Rol, visited.GastheerPersoonId, visited.DurationMinutes));
    }

    [Theory]
    [InlineData(120, "409 lifestyle.inchecken.te-vroeg")]
    [InlineData((-8 * 24 * 60) - 61, "409 lifestyle.inchecken.te-laat")]
    public async Task There_is_a_time_to_check_in(int beginsInMinutes, string expected)
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var deelname = await sessie.RegisterAsync();
        await sessie.BeginsAsync(beginsInMinutes);
        using var response = await sessie.CheckInAsync(Id(deelname));
        Assert.Equal(expected, await response.ProblemAsync());
    }

    [Fact]
    public async Task Only_the_owner_stands_at_the_door()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var deelname = await sessie.RegisterAsync();
        await sessie.BeginsAsync(10);
        using var response = await sessie.CheckInAsync(sessie.Partner, Id(deelname));
        Assert.Equal("404 lifestyle.sessie.onbekend", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_line_without_code_or_registration_is_refused()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        await sessie.BeginsAsync(10);
        using var response = await sessie.CheckInAsync(new JsonObject());
        Assert.Equal("422 lifestyle.inchecken.code-of-id", await response.ProblemAsync());
    }

    private static JsonObject Code(JsonObject deelname) => Text((string)deelname["code"]!);

    private static JsonObject Text(string code) => new() { ["code"] = code };

    private static JsonObject Id(JsonObject deelname, int? minutes = null)
    {
        var line = new JsonObject { ["deelnameId"] = (Guid)deelname["id"]! };
        if (minutes is not null)
            line["aanwezigMinuten"] = minutes;
        return line;
    }
}
