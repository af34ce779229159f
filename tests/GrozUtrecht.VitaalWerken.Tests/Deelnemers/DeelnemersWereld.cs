using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Programmaverslagen;
using GrozUtrecht.VitaalWerken.Tests.Programmas;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

/// <summary>A programme that runs, of a company with a coordinator and one supplier, and the employees who take part.</summary>
internal sealed class DeelnemersWereld(VitaalWerkenFixture service)
{
    public const string Deelname = "/vitaal-werken/v1/medewerkers/deelname";

    public static DateOnly Today => NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow());

    public required HttpClient Bedrijf { get; init; }

    public required HttpClient Coordinator { get; init; }

    public required HttpClient Leverancier { get; init; }

    public required Guid ProgrammaId { get; init; }

    /// <summary>By module number, from 1.</summary>
    public required IReadOnlyList<Guid> Sessies { get; init; }

    public string Adres => $"/vitaal-werken/v1/programmas/{ProgrammaId}";

    /// <param name="service">The service.</param>
    /// <param name="begintOp">When the one session of each module begins; each takes a minute.</param>
    /// <param name="modules">How many modules; each has a subject of its own.</param>
    /// <param name="capaciteit">Places per session.</param>
    /// <param name="status">Where the programme stands.</param>
    public static async Task<DeelnemersWereld> CreateAsync(
        VitaalWerkenFixture service, DateTimeOffset? begintOp = null, int modules = 1, int capaciteit = 100, string status = "lopend")
    {
        var (bedrijf, partnerId) = (service.Partner(), TestId.Guid());
        var (bedrijfId, leverancierId, programmaId) = (await service.LidAsync(bedrijf), await service.LeverancierAsync(partnerId), TestId.Guid());
        List<Guid> koppelingen = [];
        for (var module = 0; module < modules; module++)
            koppelingen.Add(await ProgrammaWereld.KoppelingAsync(service, bedrijfId, leverancierId));
        var sessies = koppelingen.Select(_ => TestId.Guid()).ToList();
        string[] onderwerpen = ["bewegen", "slaap", "voeding"];
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO programmas (id, bedrijf_id, partner_id, gebied, version, status, naam, doel, begin_datum, eind_datum, aangemaakt_op)
            SELECT @programmaId, id, partner_id, gebied, 1, 'concept', 'Fit de lente in', 'Minder uitval', @begin, @eind, now() FROM bedrijven WHERE id = @bedrijfId;
            INSERT INTO programmaversies (programma_id, versie, status, begin_datum, eind_datum, opgesteld_op) VALUES (@programmaId, 1, 'concept', @begin, @eind, now());
            """,
            new { programmaId, bedrijfId, begin = Today.AddDays(-60), eind = Today });
        foreach (var (index, koppelingId) in koppelingen.Index())
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO modules (id, programma_id, versie, nummer, koppeling_id, aanbod_id, leverancier_id, onderwerp, titel, groep_minimum, groep_maximum, prijs_centen)
                SELECT gen_random_uuid(), @programmaId, 1, @nummer, id, aanbod_id, leverancier_id, @onderwerp, 'Module ' || @nummer, 1, 100, 25000 FROM koppelingen WHERE id = @koppelingId;
                INSERT INTO programmasessies (id, programma_id, versie, module_nummer, sessie_sleutel, begint_op, eindigt_op, locatie, capaciteit)
                VALUES (gen_random_uuid(), @programmaId, 1, @nummer, @sessie, @begint, @begint + interval '1 minute', 'Kantine', @capaciteit);
                """,
                new
                {
                    programmaId, nummer = index + 1, koppelingId, onderwerp = onderwerpen[index], sessie = sessies[index], capaciteit,
                    begint = begintOp ?? TimeProvider.System.GetUtcNow().AddDays(3),
                });
        }

        await connection.ExecuteAsync(
            """
            UPDATE programmaversies SET status = 'voorgesteld', voorgesteld_op = now() WHERE programma_id = @programmaId;
            INSERT INTO instemmingen (id, programma_id, versie, leverancier_id, besluit, partner_id, besloten_op)
            VALUES (gen_random_uuid(), @programmaId, 1, NULL, 'ingestemd', @partnerId, now()), (gen_random_uuid(), @programmaId, 1, @leverancierId, 'ingestemd', @partnerId, now());
            UPDATE programmaversies SET status = 'overeengekomen', overeengekomen_op = now() WHERE programma_id = @programmaId;
            UPDATE programmas SET status = @status, geldende_versie = 1, overeengekomen_op = now(), gestart_op = CASE WHEN @status <> 'overeengekomen' THEN now() END,
                                  ingetrokken_op = CASE WHEN @status = 'ingetrokken' THEN now() END
            WHERE id = @programmaId;
            """,
            new { programmaId, leverancierId, partnerId, status });
        return new(service)
        {
            Bedrijf = bedrijf, Coordinator = await service.CoordinatorAsync(), Leverancier = service.Partner(partnerId), ProgrammaId = programmaId, Sessies = sessies,
        };
    }

    public async Task<IReadOnlyList<string>> CodesAsync(int count)
    {
        using var answer = await Coordinator.SendJsonAsync(HttpMethod.Post, $"{Adres}/inschrijfcodes", new JsonObject { ["aantal"] = count });
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.ReadObjectAsync())["codes"]!.AsArray().Select(code => (string)code!)];
    }

    /// <summary>People who enrolled, each with a key of their own.</summary>
    public async Task<IReadOnlyList<Medewerker>> EnrolledAsync(int count)
    {
        List<Medewerker> people = [];
        foreach (var code in await CodesAsync(count))
        {
            var person = new Medewerker(service.CreateClient(), Geheimecode.CreateKey());
            Assert.Equal("204", await person.EnrolAsync(code));
            people.Add(person);
        }

        return people;
    }

    /// <summary>As if the programme were planned otherwise, so that another pulse is open today.</summary>
    public async Task PlanAsync(int beginDays, int eindDays)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "UPDATE programmas SET begin_datum = @begin, eind_datum = @eind WHERE id = @ProgrammaId",
            new { begin = Today.AddDays(beginDays), eind = Today.AddDays(eindDays), ProgrammaId });
    }

    /// <summary>As if what happened so far happened a day earlier.</summary>
    public async Task MidnightAsync()
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE medewerkers.tellingen SET datum = datum - 1 WHERE programma_id = @ProgrammaId", new { ProgrammaId });
    }

    /// <summary>Money that the company gave to a supplier of the neighbourhood.</summary>
    public async Task ContributedAsync(long bedragCenten, string status)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO bijdragen (id, version, bedrijf_id, gever_partner_id, gebied, programma_id, soort, status, ontvanger_soort, leverancier_id, ontvanger_partner_id,
                                   omschrijving, bedrag_centen, toegezegd_datum, geleverd_datum, betwistbaar_tot_en_met, bevestigd_datum, bewijs, aangemaakt_op, gewijzigd_op)
            SELECT gen_random_uuid(), 1, bedrijf_id, programmas.partner_id, programmas.gebied, programmas.id, 'euro', @status, 'leverancier', leveranciers.id, leveranciers.partner_id,
                   'Voor de moestuin', @bedragCenten, current_date, current_date, current_date + 14, CASE @status WHEN 'bevestigd' THEN current_date END, 'factuur 7', now(), now()
            FROM programmas JOIN modules ON modules.programma_id = programmas.id AND nummer = 1 JOIN leveranciers ON leveranciers.id = leverancier_id
            WHERE programmas.id = @ProgrammaId
            """,
            new { bedragCenten, status, ProgrammaId });
    }

    public async Task<string> AttendanceCodeAsync(int module = 1)
    {
        using var answer = await Leverancier.GetAsync($"{Adres}/sessies/{Sessies[module - 1]}/aanwezigheidscode");
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.ReadObjectAsync())["aanwezigheidscode"]!;
    }

    /// <summary>Closes the programme and makes the report, as a fortnight later.</summary>
    public async Task<JsonObject> ReportAsync()
    {
        using var closed = await Bedrijf.SendJsonAsync(HttpMethod.Post, $"{Adres}/afsluiting", null, "\"1\"");
        closed.EnsureSuccessStatusCode();
        await RoundAsync(days: 16);
        return await Bedrijf.GetFromAsync($"{Adres}/verslag");
    }

    public Task RoundAsync(int days) =>
        service.Services.GetRequiredService<Verslagronde>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(days), CancellationToken.None);
}
