using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class PrivacyTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_guide_who_tries_everything_sees_no_value()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service, "groepscijfers", "ervaringen");
        await bewoner.AttendAsync(1);
        string[] own = ["inzicht", "inzicht/export", "inzicht/pdf", "toestemmingen", "sleutelgebeurtenissen", "ervaringsvragen", "arrangementen"];

        foreach (var path in own)
        {
            using var without = await bewoner.Guide.GetAsync($"{bewoner.Person}/{path}");
            using var wrong = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/{path}", key: "0000-0000-0000-0000-0000-0000-0000");
            Assert.Equal("403 lifestyle.inzagesleutel.ontbreekt", await without.ProblemAsync());
            Assert.Equal("403 lifestyle.inzagesleutel.onjuist", await wrong.ProblemAsync());
        }

        // A new key for somebody who lost nothing opens nothing either.
        using var issued = await bewoner.IssueKeyAsync();
        var taken = (string)(await issued.ReadObjectAsync())["inzagesleutel"]!;
        using var early = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht", key: taken);
        Assert.Equal("403 lifestyle.inzagesleutel.nog-niet-geldig", await early.ProblemAsync());

        // What a guide may read says that there is a measurement, and holds none of its marks.
        foreach (var path in new[] { bewoner.Arrangement, $"{bewoner.Arrangement}/meetmomenten", "/lifestyle/v1/arrangementen", "/lifestyle/v1/meetmomenten" })
        {
            var text = await bewoner.Guide.GetStringAsync(path);
            Assert.DoesNotContain("score", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("antwoord", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nobody_learns_from_a_refusal_who_takes_part()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        using var curious = service.Partner();

        var known = await TryAsync(curious, bewoner.Person, 12);
        var unknown = await TryAsync(curious, $"/lifestyle/v1/personen/{TestId.Guid()}", 12);

        Assert.Equal(known, unknown);
        Assert.Equal("429 lifestyle.inzagesleutel.te-vaak-onjuist", known[^1]);
        Assert.Equal("403 lifestyle.inzagesleutel.onjuist", known[9]);

        // The curious partner shut itself out; the resident goes on with their own guide.
        using var own = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht");
        using var shut = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht", client: curious);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("429 lifestyle.inzagesleutel.te-vaak-onjuist", await shut.ProblemAsync());

        async Task<List<string>> TryAsync(HttpClient client, string person, int times)
        {
            List<string> answers = [];
            for (var time = 0; time < times; time++)
            {
                using var response = await bewoner.SendAsync(HttpMethod.Get, $"{person}/inzicht", key: "AAAA", client: client);
                answers.Add(await response.ProblemAsync());
            }

            return answers;
        }
    }

    [Fact]
    public async Task A_lost_key_is_replaced_after_a_pause_and_the_resident_sees_who_asked_for_it()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        using var issued = await bewoner.IssueKeyAsync();
        var next = (string)(await issued.ReadObjectAsync())["inzagesleutel"]!;
        await bewoner.ExecuteAsync("UPDATE sleutels.personen SET nieuwe_geldt_vanaf = now() - interval '1 second' WHERE persoon_id = @PersoonId");

        using var old = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht");
        using var opened = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht", key: next);
        using var log = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/sleutelgebeurtenissen", key: next);

        Assert.Equal("403 lifestyle.inzagesleutel.onjuist", await old.ProblemAsync());
        Assert.Single((await opened.ReadObjectAsync())["metingen"]!.AsArray());
        var items = (await log.ReadObjectAsync())["items"]!.AsArray();
        Assert.Equal(["heruitgave-ingegaan", "heruitgave-gevraagd", "uitgegeven"], items.Select(item => (string)item!["gebeurtenis"]!));
        Assert.Equal(bewoner.GuideId, (Guid)items[1]!["partnerId"]!);
    }

    [Fact]
    public async Task A_key_that_was_not_lost_stops_the_one_that_should_replace_it()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        using var issued = await bewoner.IssueKeyAsync();
        var taken = (string)(await issued.ReadObjectAsync())["inzagesleutel"]!;

        var log = await bewoner.ReadAsync($"{bewoner.Person}/sleutelgebeurtenissen");
        await bewoner.ExecuteAsync("UPDATE sleutels.personen SET nieuwe_geldt_vanaf = now() - interval '1 second' WHERE nieuwe_sleutel_hash IS NOT NULL AND persoon_id = @PersoonId");
        using var opened = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht", key: taken);

        Assert.Equal("heruitgave-vervallen", (string)log["items"]![0]!["gebeurtenis"]!);
        Assert.Equal("403 lifestyle.inzagesleutel.onjuist", await opened.ProblemAsync());
    }

    [Fact]
    public async Task Only_the_own_guide_replaces_a_key()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service);
        using var other = service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:begeleiden");

        using var issued = await other.SendJsonAsync(HttpMethod.Post, $"{bewoner.Person}/inzagesleutels", null);

        Assert.Equal("409 lifestyle.inzagesleutel.bestaat", await issued.ProblemAsync());
    }

    [Fact]
    public async Task An_answer_with_a_key_or_by_a_key_is_not_kept()
    {
        using var bewoner = await Bewoner.WithKeyAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{bewoner.Person}/inzicht");
        request.Headers.Add("Inzagesleutel", bewoner.Key);
        request.Headers.Add("Idempotency-Key", "een");

        using var issued = await bewoner.Guide.SendJsonAsync(HttpMethod.Post, $"{bewoner.Person}/inzagesleutels", null, key: "twee");
        using var deleted = await bewoner.Guide.SendAsync(request);

        Assert.Equal("400 lifestyle.antwoord.niet-bewaard", await issued.ProblemAsync());
        Assert.Equal("400 lifestyle.antwoord.niet-bewaard", await deleted.ProblemAsync());
    }

    [Fact]
    public async Task No_table_holds_both_a_person_and_a_pseudonym_except_the_one_with_the_keys()
    {
        await using var connection = await service.Database.OpenConnectionAsync();

        var tables = await connection.QueryAsync<string>(
            """
            SELECT table_schema || '.' || table_name FROM information_schema.columns
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
            GROUP BY table_schema, table_name
            HAVING bool_or(column_name LIKE '%persoon_id%') AND bool_or(column_name = 'pseudoniem')
            """);
        var named = await connection.QueryAsync<string>(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'metingen' AND column_name LIKE '%persoon%'");

        Assert.Equal(["sleutels.personen"], tables);
        Assert.Empty(named);
    }

    [Fact]
    public async Task After_a_removal_no_row_leads_to_the_person_and_the_arrangement_still_counts()
    {
        using var bewoner = await Bewoner.MeasuredAsync(service, "groepscijfers");
        var pseudoniem = await PseudoniemAsync(bewoner.PersoonId);

        await service.PublishAsync(new PersoonVerwijderd { PersoonId = bewoner.PersoonId, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });
        await Eventually.Async(
            async () => await bewoner.CountAsync("SELECT count(*) FROM sleutels.personen WHERE persoon_id = @PersoonId") == 0, what: "the key to be gone");

        Assert.Empty(await HoldersAsync(bewoner.PersoonId.ToString()));
        Assert.Empty(await HoldersAsync(pseudoniem.ToString()));
        Assert.Empty(await HoldersAsync("Twee keer per week de deur uit", bewoner.ArrangementId));
        Assert.Equal(0, await bewoner.CountAsync("SELECT count(*) FROM metingen.metingen WHERE arrangement_id = @ArrangementId"));
        Assert.Equal(1, await bewoner.CountAsync("SELECT count(*) FROM metingen.arrangementen WHERE id = @ArrangementId AND status = 'gestopt' AND gewist_op IS NOT NULL"));
        using var read = await bewoner.Guide.GetAsync(bewoner.Arrangement);
        Assert.Null((await read.ReadObjectAsync())["persoonId"]);
        using var back = await bewoner.IssueKeyAsync();
        Assert.Equal("409 lifestyle.deelname.persoon-verwijderd", await back.ProblemAsync());
    }

    private async Task<Guid> PseudoniemAsync(Guid persoonId)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<Guid>("SELECT pseudoniem FROM sleutels.personen WHERE persoon_id = @persoonId", new { persoonId });
    }

    // Every table of the service that holds this text anywhere in a row; the hash of a removed person is not the person.
    private async Task<IReadOnlyList<string>> HoldersAsync(string text, Guid? near = null)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        var tables = await connection.QueryAsync<string>(
            "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'metingen', 'sleutels', 'platform')");
        List<string> holders = [];
        foreach (var table in tables)
        {
            if (await HoldsAsync(connection, table, text, near))
                holders.Add(table);
        }

        return holders;
    }

    private static Task<bool> HoldsAsync(NpgsqlConnection connection, string table, string text, Guid? near) => connection.ExecuteScalarAsync<bool>(
        $"SELECT EXISTS (SELECT FROM {table} row WHERE row::text LIKE '%' || @text || '%' AND (@near::text IS NULL OR row::text LIKE '%' || @near || '%'))",
        new { text, near = near?.ToString() });
}
