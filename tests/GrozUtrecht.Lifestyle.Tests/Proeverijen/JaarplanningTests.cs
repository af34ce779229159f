using System.Diagnostics.Metrics;
using Dapper;
using GrozUtrecht.Lifestyle.Features.Proeverijen;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Proeverijwereld;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

[Collection(LifestyleService.Name)]
public sealed class JaarplanningTests(LifestyleFixture service)
{
    [Fact]
    public async Task An_area_has_what_all_partners_held_and_planned_in_a_year_and_not_what_was_called_off()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        foreach (var (status, day) in ((string, string)[])[("gepland", "2098-05-01"), ("gepland", "2098-10-01"), ("afgelast", "2098-11-01"), ("gepland", "2099-01-01")])
            await InsertAsync(connection, status, $"{day}T12:00:00Z");
        // New Year's Eve in London is New Year's Day here.
        await InsertAsync(connection, "gepland", "2098-12-31T23:30:00Z");
        using var partner = service.Partner();

        using var answer = await partner.GetAsync("/lifestyle/v1/proeverijen/jaarplanning?jaar=2098");
        using var wrong = await partner.GetAsync("/lifestyle/v1/proeverijen/jaarplanning?jaar=1998");

        var gebieden = (await answer.ReadObjectAsync())["gebieden"]!.AsArray();
        var overvecht = gebieden.Single(gebied => (string)gebied!["gebied"]! == "overvecht")!;
        Assert.Equal((0, 2, 0, "op-koers"), ((int)overvecht["gehoudenAantal"]!, (int)overvecht["geplandAantal"]!, (int)overvecht["nogNodigAantal"]!, (string)overvecht["oordeel"]!));
        Assert.Equal(2, (int)gebieden.Single(gebied => (string)gebied!["gebied"]! == "kanaleneiland")!["nogNodigAantal"]!);
        Assert.Equal("400 verzoek.ongeldig", await wrong.ProblemAsync());
    }

    [Fact]
    public async Task An_area_that_is_about_to_miss_its_two_shows_in_the_gauge()
    {
        Dictionary<string, int> measured = new(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == Jaarwacht.Gauge)
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => measured[(string)tags[0].Value!] = value);
        listener.Start();

        await service.Services.GetRequiredService<Jaarwacht>().RunAsync(new DateTimeOffset(2090, 9, 1, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);
        listener.RecordObservableInstruments();

        Assert.Equal(2, measured["kanaleneiland"]);
    }

    private static Task InsertAsync(Npgsql.NpgsqlConnection connection, string status, string begins) => connection.ExecuteAsync(
        """
        INSERT INTO proeverijen (id, partner_id, version, status, naam, gebied, postcode, locatienaam, begint_op, eindigt_op, budget_centen, aangemaakt_op, gewijzigd_op, afgelast_op)
        VALUES (@id, @id, 1, @status, 'Proeverij', 'overvecht', '3561', 'Buurthuis', @begins::timestamptz, @begins::timestamptz + interval '1 hour', 0, now(), now(),
                CASE WHEN @status = 'afgelast' THEN now() END)
        """,
        new { id = TestId.Guid(), status, begins });
}
