using Dapper;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>People with an arrangement and consent, written as the rows that their measurements leave behind.</summary>
internal static class Deelnemers
{
    /// <summary>Somebody who began on a day, agreed to group figures and gave one mark for meedoen.</summary>
    public static async Task<Guid> StartAsync(
        NpgsqlDataSource database, DateOnly day, string gebied, string doelgroep, int mark, Guid? activiteit = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        var pseudonym = TestId.Guid();
        await connection.ExecuteAsync(
            """
            INSERT INTO metingen.toestemmingen (id, pseudoniem, doel, tekst_versie, gegeven_op) VALUES (@toestemming, @pseudonym, 'groepscijfers', 1, @day);
            INSERT INTO metingen.arrangementen (id, partner_id, version, pseudoniem, doelgroep, gebied, status, geldende_versie, vragenlijsten, aangemaakt_op, start_datum)
            VALUES (@arrangement, @partner, 1, @pseudonym, @doelgroep, @gebied, 'lopend', 1, '{positieve-gezondheid}', @day, @day);
            INSERT INTO metingen.arrangement_versies (arrangement_id, versie, voorgesteld_op, ingestemd_op) VALUES (@arrangement, 1, @day, @day);
            INSERT INTO metingen.arrangement_activiteiten (arrangement_id, versie, activiteit_id) SELECT @arrangement, 1, @activiteit::uuid WHERE @activiteit::uuid IS NOT NULL;
            """,
            new { toestemming = TestId.Guid(), pseudonym, arrangement = TestId.Guid(), partner = TestId.Guid(), doelgroep, gebied, activiteit, day });
        await MeasureAsync(database, pseudonym, 0, day, mark);
        return pseudonym;
    }

    public static async Task MeasureAsync(NpgsqlDataSource database, Guid pseudonym, int maanden, DateOnly day, int mark)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO metingen.meetmomenten (arrangement_id, maanden, opent_datum, sluit_datum, gedaan)
            SELECT id, @maanden, @day, @day, true FROM metingen.arrangementen WHERE pseudoniem = @pseudonym;
            INSERT INTO metingen.metingen (id, version, pseudoniem, arrangement_id, maanden, ingediend_datum, ingediend_op)
            SELECT @meting, 1, @pseudonym, id, @maanden, @day, @day FROM metingen.arrangementen WHERE pseudoniem = @pseudonym;
            INSERT INTO metingen.antwoorden (meting_id, vragenlijst, vragenlijst_versie, waarden) VALUES (@meting, 'positieve-gezondheid', 1, '{}');
            INSERT INTO metingen.scores (meting_id, vragenlijst, dimensie, score) VALUES (@meting, 'positieve-gezondheid', 'meedoen', @mark);
            """,
            new { pseudonym, maanden, meting = TestId.Guid(), day, mark });
    }

    public static async Task<List<Guid>> StartManyAsync(
        NpgsqlDataSource database, int count, DateOnly day, string gebied, string doelgroep, Guid? activiteit = null)
    {
        var people = new List<Guid>();
        for (var person = 0; person < count; person++)
            people.Add(await StartAsync(database, day, gebied, doelgroep, 4 + (person % 5), activiteit));
        return people;
    }

    /// <summary>Withdraws consent for group figures, as the person does.</summary>
    public static Task WithdrawAsync(NpgsqlDataSource database, Guid pseudonym) => ExecuteAsync(
        database, "UPDATE metingen.toestemmingen SET ingetrokken_op = now() WHERE pseudoniem = @pseudonym", pseudonym);

    /// <summary>Says yes to a newer text, which ends the yes to the older one.</summary>
    public static Task ConsentAgainAsync(NpgsqlDataSource database, Guid pseudonym) => ExecuteAsync(
        database,
        """
        UPDATE metingen.toestemmingen SET ingetrokken_op = now() WHERE pseudoniem = @pseudonym AND ingetrokken_op IS NULL;
        INSERT INTO metingen.toestemmingen (id, pseudoniem, doel, tekst_versie, gegeven_op) VALUES (gen_random_uuid(), @pseudonym, 'groepscijfers', 1, now());
        """,
        pseudonym);

    /// <summary>Forgets the person in full.</summary>
    public static Task EraseAsync(NpgsqlDataSource database, Guid pseudonym) => ExecuteAsync(
        database,
        """
        DELETE FROM metingen.metingen WHERE pseudoniem = @pseudonym;
        UPDATE metingen.toestemmingen SET ingetrokken_op = now(), pseudoniem = NULL WHERE pseudoniem = @pseudonym;
        """,
        pseudonym);

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, Guid pseudonym)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, new { pseudonym });
        await transaction.CommitAsync();
    }
}
