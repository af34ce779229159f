using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Programmas;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>Random walks over HTTP, of which the service and its database must end up, after each step, where the pure model does.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class ProgrammaModelTests(VitaalWerkenFixture service)
{
    // The property runner is synchronous.
    [Fact]
    [SuppressMessage("Usage", "VSTHRD002", Justification = "A thread of the pool, without a context to deadlock on.")]
    public void Step_by_step_the_service_is_where_the_model_is()
    {
        var seen = new HashSet<ProgrammaStatus>();
        Prop.ForAll(Wandeling.Of(15, 15, 3), walk => Task.Run(() => WalkAsync(walk, seen)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(6, 2031));
        Assert.Contains(ProgrammaStatus.Lopend, seen);
        Assert.Contains(ProgrammaStatus.Ingetrokken, seen);
    }

    private async Task WalkAsync(Poging[] walk, HashSet<ProgrammaStatus> seen)
    {
        using var wereld = await ProgrammaWereld.CreateAsync(service, 3);
        await wereld.ProgrammaAsync();
        var wandelaar = new Wandelaar(wereld);
        foreach (var poging in walk)
        {
            await wandelaar.TryAsync(poging);
            seen.Add(wandelaar.Stand.Status);
        }

        await wandelaar.TryAsync(new(Wie: 0, Wat: 8, Waar: 0, Met: 0));
        seen.Add(wandelaar.Stand.Status);
    }

    /// <summary>The model, beside the service that it is compared with.</summary>
    private sealed class Wandelaar(ProgrammaWereld wereld)
    {
        private readonly ImmutableArray<Guid> leveranciers = [.. wereld.Aanbieders.Select(aanbieder => aanbieder.Id)];
        private readonly HashSet<int> proposed = [];
        private readonly Dictionary<int, string> contents = [];
        private long version = 1;

        public Programmastand Stand { get; private set; } = Programmastand.Nieuw;

        public async Task TryAsync(Poging poging)
        {
            // Three of four go on; the others try anything. Closing is another capability's.
            var (who, step) = (poging.Met + poging.Wie) % 4 > 0 && Wandeling.Forward(poging, Stand, leveranciers) is { } forward
                ? forward
                : (Wandeling.WhoOf(poging, leveranciers), Wandeling.StepOf(poging, Stand, leveranciers));
            if (step is Programmastap.Afsluiten)
                step = new Programmastap.Starten();
            var isStale = (poging.Wie + (poging.Wat * 3) + poging.Met) % 9 == 0;
            var (next, refusal) = Programmaloop.Do(Stand, who, step);

            using var response = await SendAsync(who, step, isStale ? version + 1 : version);

            var expected = ExpectedOf(who, step, isStale, refusal);
            var answer = response.StatusCode == HttpStatusCode.OK ? "200" : await response.ProblemAsync();
            Assert.True(expected == answer, $"{who} {step}: {answer} instead of {expected}");
            if (expected == "200")
            {
                Stand = next!;
                version++;
                if (step is Programmastap.Voorstellen(var versie))
                    proposed.Add(versie);
            }

            if (expected == "200")
                await CompareAnswerAsync();
            await CompareDatabaseAsync();
        }

        private string ExpectedOf(Partij who, Programmastap step, bool isStale, ProgrammaRefusal? refusal)
        {
            var sees = who.LeverancierId is not { } id ? null : proposed.Where(versie => Stand.Find(versie)!.Leveranciers.Contains(id)).ToList();
            if (sees is { Count: 0 })
                return "404 vitaal-werken.programma.onbekend";
            if (isStale)
                return "412 verzoek.versie-verouderd";
            if (sees is not null && step is Programmastap.Antwoord answer && !sees.Contains(answer.Versie))
                return "404 vitaal-werken.programma.versie-onbekend";
            return refusal is { } known ? $"{ProgrammaFailures.Of(known).Status} {ProgrammaFailures.Of(known).Code}" : "200";
        }

        private Task<HttpResponseMessage> SendAsync(Partij who, Programmastap step, long seen)
        {
            var aanbieder = wereld.Aanbieders.FirstOrDefault(one => one.Id == who.LeverancierId);
            var client = aanbieder?.Client ?? (who == Partij.Bedrijf ? wereld.Bedrijf : wereld.Coordinator);
            var (method, path, body) = step switch
            {
                Programmastap.Opstellen => (HttpMethod.Post, "/versies", null),
                Programmastap.Wijzigen(var versie, var who2) => (HttpMethod.Put, $"/versies/{versie}", InhoudOf(who2)),
                Programmastap.Voorstellen(var versie) => (HttpMethod.Post, $"/versies/{versie}/voorstel", null),
                Programmastap.Instemmen(var versie) => (HttpMethod.Post, $"/versies/{versie}/instemming", ProgrammaWereld.For(aanbieder)),
                Programmastap.Afwijzen(var versie) => (HttpMethod.Post, $"/versies/{versie}/afwijzing", WithReason(ProgrammaWereld.For(aanbieder))),
                Programmastap.VersieIntrekken(var versie) => (HttpMethod.Post, $"/versies/{versie}/intrekking", null),
                Programmastap.Starten => (HttpMethod.Post, "/start", null),
                _ => (HttpMethod.Post, "/intrekking", (JsonObject?)null),
            };
            return client.SendJsonAsync(method, $"{ProgrammaWereld.Adres}/{wereld.ProgrammaId}{path}", body, $"\"{seen}\"");
        }

        // Another day each time, so that versions differ.
        private JsonObject InhoudOf(ImmutableHashSet<Guid> who) => ProgrammaWereld.Inhoud(
            [.. wereld.Aanbieders.Where(one => who.Contains(one.Id)).Select(one => ProgrammaWereld.Module(one, ProgrammaWereld.Sessie((int)version)))]);

        private static JsonObject WithReason(JsonObject body)
        {
            body["reden"] = "prijs";
            return body;
        }

        private async Task CompareAnswerAsync()
        {
            var programma = await wereld.ReadAsync(wereld.Bedrijf);
            Assert.Equal(Words.Of(Stand.Status), (string?)programma["status"]);
            Assert.Equal(Stand.GeldendeVersie, (int?)programma["geldendeVersie"]);
            Assert.Equal(Stand.Versies.Select(versie => Words.Of(versie.Status)), programma["versies"]!.AsArray().Select(item => (string?)item!["status"]));
        }

        private async Task CompareDatabaseAsync()
        {
            await using var connection = await wereld.Service.Database.OpenConnectionAsync();
            await using var results = await connection.QueryMultipleAsync(
                """
                SELECT version, status FROM programmas WHERE id = @ProgrammaId;
                SELECT versie, leverancier_id FROM instemmingen WHERE programma_id = @ProgrammaId AND besluit = 'ingestemd';
                SELECT count(*)::int FROM leveranciersboekingen WHERE bron_id = @ProgrammaId;
                SELECT module.versie, string_agg(module::text || sessie::text, ' ' ORDER BY module.nummer, sessie.id)
                FROM modules AS module
                JOIN programmasessies AS sessie ON (sessie.programma_id, sessie.versie, sessie.module_nummer) = (module.programma_id, module.versie, module.nummer)
                WHERE module.programma_id = @ProgrammaId
                GROUP BY module.versie;
                """,
                new { wereld.ProgrammaId });
            Assert.Equal((version, Words.Of(Stand.Status)), await results.ReadSingleAsync<(long, string)>());
            Assert.Equal(
                Stand.Versies.SelectMany(versie => versie.Ingestemd, (versie, who) => (versie.Versie, who.LeverancierId)).ToHashSet(),
                [.. await results.ReadAsync<(int, Guid?)>()]);
            var booked = Stand.Status == ProgrammaStatus.Ingetrokken || Stand.GeldendeVersie is not { } holds ? 0 : Stand.Find(holds)!.Leveranciers.Count;
            Assert.Equal(booked, await results.ReadSingleAsync<int>());
            CompareContents((await results.ReadAsync<(int, string)>()).ToDictionary());
        }

        // What was once proposed reads the same for ever.
        private void CompareContents(Dictionary<int, string> now)
        {
            foreach (var versie in proposed)
            {
                Assert.Equal(contents.GetValueOrDefault(versie, now[versie]), now[versie]);
                contents[versie] = now[versie];
            }
        }
    }
}
