using Dapper;
using GrozUtrecht.Testing;
using Npgsql;
using static GrozUtrecht.VitaalWerken.Tests.Programmas.ProgrammaWereld;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>What the database refuses by itself, whatever code asks for it.</summary>
[Collection(VitaalWerkenService.Name)]
public sealed class ProgrammaInvariantsTests(VitaalWerkenFixture service)
{
    [Theory]
    [InlineData("UPDATE modules SET prijs_centen = 1 WHERE programma_id = @id", "contents_stay")]
    [InlineData("DELETE FROM programmasessies WHERE programma_id = @id", "contents_stay")]
    [InlineData("UPDATE programmasessies SET begint_op = begint_op + interval '1 minute' WHERE programma_id = @id", "contents_stay")]
    [InlineData("UPDATE modules SET versie = 2 WHERE programma_id = @id AND versie = 1", "contents_stay")]
    [InlineData(
        "INSERT INTO programmasessies SELECT gen_random_uuid(), programma_id, versie, module_nummer, gen_random_uuid(), begint_op, eindigt_op, locatie, capaciteit FROM programmasessies WHERE programma_id = @id LIMIT 1",
        "contents_stay")]
    [InlineData("UPDATE programmaversies SET eind_datum = eind_datum + 1 WHERE programma_id = @id AND versie = 1", "versions_stay")]
    [InlineData("DELETE FROM programmaversies WHERE programma_id = @id AND versie = 1", "versions_stay")]
    [InlineData("UPDATE programmaversies SET status = 'concept', overeengekomen_op = NULL WHERE programma_id = @id AND versie = 1", "versions_go_forward")]
    [InlineData("UPDATE instemmingen SET besloten_op = now() WHERE programma_id = @id", "answers_stay")]
    [InlineData("DELETE FROM instemmingen WHERE programma_id = @id", "answers_stay")]
    [InlineData("TRUNCATE instemmingen", "answers_stay")]
    [InlineData("UPDATE programmas SET status = 'concept' WHERE id = @id", "status_has_its_moments")]
    [InlineData("UPDATE programmas SET geldende_versie = NULL WHERE id = @id", "status_has_its_moments")]
    public async Task What_was_agreed_stays(string sql, string constraint)
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.AgreedAsync();
        await wereld.DoAsync(wereld.Bedrijf, "/versies");
        // Nothing to do with the second version, a concept, of which one test needs the place.
        await wereld.ChangeAsync(2, Inhoud());

        Assert.Equal(constraint, await RefusedByAsync(sql, wereld.ProgrammaId));
    }

    [Theory]
    [InlineData("UPDATE programmaversies SET status = 'overeengekomen', overeengekomen_op = now() WHERE programma_id = @id", "everybody_agreed")]
    [InlineData("INSERT INTO programmaversies SELECT programma_id, 2, 'concept', begin_datum, eind_datum, now() FROM programmaversies WHERE programma_id = @id", "programmaversies_one_open")]
    [InlineData("INSERT INTO instemmingen SELECT id, programma_id, versie, NULL, 'ingestemd', NULL, NULL, id, now() FROM modules WHERE programma_id = @id", "one_answer_of_each")]
    [InlineData("INSERT INTO instemmingen SELECT id, programma_id, 3, NULL, 'ingestemd', NULL, NULL, id, now() FROM modules WHERE programma_id = @id", "answers_to_a_proposal")]
    [InlineData("INSERT INTO instemmingen SELECT id, programma_id, versie, leverancier_id, 'afgewezen', NULL, NULL, id, now() FROM modules WHERE programma_id = @id", "who_refuses_says_why")]
    public async Task What_is_proposed_is_agreed_by_everybody_or_not_at_all(string sql, string constraint)
    {
        using var wereld = await CreateAsync(service, 1);
        await wereld.ProgrammaAsync();
        await wereld.ChangeAsync(1, Inhoud(Module(wereld.Aanbieders[0], Sessie(1))));
        await wereld.DoAsync(wereld.Bedrijf, "/versies/1/voorstel");
        await wereld.AgreeAsync(1);

        Assert.Equal(constraint, await RefusedByAsync(sql, wereld.ProgrammaId));
    }

    private async Task<string?> RefusedByAsync(string sql, Guid id)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        // Were it not refused, it would not stay either: other tests live here.
        await using var transaction = await connection.BeginTransactionAsync();
        var refusal = await Record.ExceptionAsync(() => connection.ExecuteAsync(sql, new { id }, transaction));
        return Assert.IsType<PostgresException>(refusal).ConstraintName;
    }
}
