using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

public sealed class ICalendarTests
{
    [Fact]
    public async Task Another_parser_reads_what_was_written()
    {
        var punt = Punt("2026-12-01T18:00Z") with
        {
            Titel = "Wandelen; koffie, en \\ meer — één uur 🚶",
            Omschrijving = "Eerste regel.\r\nTweede regel, met BEGIN:VEVENT erin; en een heel lange staart " + new string('é', 300),
            Status = Agendastatus.Vervallen,
        };

        var read = await SecondParser.ReadAsync(Text(punt));

        Assert.Equal("Agenda van de wijk", (string?)read["name"]);
        var item = read["events"]!.AsArray().Single()!;
        Assert.Equal(punt.Id.ToString(), (string?)item["uid"]);
        Assert.Equal(punt.Titel, (string?)item["summary"]);
        Assert.Equal(punt.Omschrijving.ReplaceLineEndings("\n"), (string?)item["description"]);
        Assert.Equal(("CANCELLED", 7), ((string?)item["status"], (int)item["sequence"]!));
    }

    [Fact]
    public async Task Moments_survive_the_clock_changes_as_the_calendar_itself_describes_them()
    {
        string[] moments =
        [
            "2026-03-28T18:00Z", "2026-03-29T00:59Z", "2026-03-29T01:00Z", "2026-03-29T17:00Z", "2026-10-24T17:00Z", "2026-10-25T00:30Z",
            "2026-10-25T01:30Z", "2026-10-25T18:00Z", "2028-02-29T18:00Z", "2036-07-01T17:00Z",
        ];
        var punten = moments.Select(Punt).ToArray();

        var events = (await SecondParser.ReadAsync(Text(punten)))["events"]!.AsArray();

        Assert.Equal(
            punten.Select(punt => (punt.BegintOp, punt.EindigtOp)),
            events.Select(item => ((DateTimeOffset)item!["start"]!, (DateTimeOffset)item["end"]!)));
    }

    [Fact]
    public void No_line_is_longer_than_75_bytes_and_unfolding_gives_the_text_back() => Prop.ForAll(Texts(), text =>
    {
        var lines = Text(Punt("2026-12-01T18:00Z") with { Omschrijving = text }).Split("\r\n");
        var unfolded = string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal);
        var expected = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75) && unfolded.Contains($"DESCRIPTION:{expected}\r\n", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_break_in_a_text_begins_no_property()
    {
        var text = Text(Punt("2026-12-01T18:00Z") with { Titel = "a\rATTACH:x\nURL:y\u0085Z:z\u2028Q:q\u0007" });

        Assert.Contains("SUMMARY:a\\nATTACH:x\\nURL:y\\nZ:z\\nQ:q\r\n", text, StringComparison.Ordinal);
    }

    private static Arbitrary<string> Texts() =>
        Gen.ListOf(Gen.Elements("a", "é", "€", "🚶", ",", ";", "\\", "\n", " ", "een wat langer woord ")).Select(string.Concat).ToArbitrary();

    private static string Text(params Agendapunt[] punten) => Encoding.UTF8.GetString(ICalendar.Write("Agenda van de wijk", punten));

    private static Agendapunt Punt(string moment)
    {
        var begins = DateTimeOffset.Parse(moment, null);
        return new()
        {
            Id = new Guid("019a0000-0000-7000-8000-000000000001"),
            Volgnummer = 7,
            BegintOp = begins,
            EindigtOp = begins.AddMinutes(60),
            GewijzigdOp = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
            Status = Agendastatus.Bevestigd,
            Titel = "Wandelen",
            Omschrijving = "Een uur.",
            Locatie = "Buurthuis De Driehoek, 3431",
        };
    }
}
