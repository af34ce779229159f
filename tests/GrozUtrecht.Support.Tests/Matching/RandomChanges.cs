using Dapper;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Matching;

/// <summary>
/// Changes of the helpers of one partner, chosen by a seed: several transactions at once, which commit or roll back in another order
/// than they began. Written as SQL, because what marks a helper must not depend on the program that writes.
/// </summary>
internal sealed class RandomChanges : IAsyncDisposable
{
    private const int Helpers = 6;

    private static readonly (string Name, string Sql)[] Changes =
    [
        ("register", """
            INSERT INTO helpers (id, partner_id, persoon_id, postcode, categorieen, straal_kilometers, talen, aangemaakt_op)
            VALUES (@id, @partner, gen_random_uuid(), '3582', '{vervoer,taal}', 5, '{nl}', now()) ON CONFLICT (id) DO NOTHING
            """),
        ("change", "UPDATE helpers SET straal_kilometers = 1 + @number % 50, postcode = @postcode, vaardigheden = '{tuin}' WHERE id = @id AND verwijderd_op IS NULL"),
        ("pause", "UPDATE helpers SET gepauzeerd_van_datum = current_date, gepauzeerd_tot_datum = current_date + @number WHERE id = @id"),
        ("week", """UPDATE helpers SET beschikbaarheid = '[{"dag": "maandag", "van": "09:00", "tot": "12:00"}]' WHERE id = @id AND verwijderd_op IS NULL"""),
        ("maatje", "UPDATE helpers SET maatje_id = @other WHERE id = @id AND verwijderd_op IS NULL AND EXISTS (SELECT FROM helpers WHERE id = @other)"),
        ("alone", "UPDATE helpers SET maatje_id = NULL WHERE id = @id"),
        ("offer", """
            INSERT INTO aanbiedingen (id, partner_id, helper_id, categorieen, van, tot, aangemaakt_op)
            SELECT gen_random_uuid(), @partner, id, '{taal}', now() + @number * interval '1 hour', now() + (@number + 2) * interval '1 hour', now()
            FROM helpers WHERE id = @id AND verwijderd_op IS NULL
            """),
        ("take back", "UPDATE aanbiedingen SET ingetrokken_op = now() WHERE helper_id = @id"),
        ("drop offers", "DELETE FROM aanbiedingen WHERE helper_id = @id"),
        ("propose", """
            INSERT INTO voorstellen (id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op)
            SELECT gen_random_uuid(), @partner, @vraag, id, 'voorgesteld', 50, '[]', now() FROM helpers WHERE id = @id AND verwijderd_op IS NULL
            ON CONFLICT DO NOTHING
            """),
        ("appointment", """
            INSERT INTO afspraken (id, partner_id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, eindigt_op, status, version, aangemaakt_op, plek)
            SELECT gen_random_uuid(), @partner, s.hulpvraag_id, s.id, s.helper_id, 60, now() + @number * interval '1 day', now() + @number * interval '1 day' + interval '1 hour',
              'gepland', 1, now(), NULL FROM voorstellen s JOIN helpers h ON h.id = s.helper_id
            WHERE s.helper_id = @id AND h.verwijderd_op IS NULL ON CONFLICT DO NOTHING
            """),
        ("cancel", "UPDATE afspraken SET status = 'niet-doorgegaan' WHERE helper_id = @id"),
        ("move away", "UPDATE hulpvragen SET postcode = @postcode WHERE id = @vraag"),
        ("remove", "UPDATE helpers SET persoon_id = NULL, maatje_id = NULL, verwijderd_op = now() WHERE id = @id AND @number % 4 = 0"),
    ];

    private static readonly string[] Postcodes = ["3511", "3581", "3582", "3431", "3561"];

    private readonly NpgsqlDataSource database;
    private readonly Random random;
    private readonly Guid hulpvraagId = TestId.Guid();
    private readonly Guid[] helperIds = [.. Enumerable.Range(0, Helpers).Select(_ => TestId.Guid())];
    private readonly (NpgsqlConnection Connection, NpgsqlTransaction Transaction)?[] open = new (NpgsqlConnection, NpgsqlTransaction)?[3];

    private RandomChanges(NpgsqlDataSource database, int seed) => (this.database, random) = (database, new Random(seed));

    public Guid PartnerId { get; } = TestId.Guid();

    public string Last { get; private set; } = "";

    public static async Task<RandomChanges> StartAsync(NpgsqlDataSource database, int seed)
    {
        var changes = new RandomChanges(database, seed);
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO hulpvragen (id, partner_id, persoon_id, categorie, omschrijving, postcode, urgentie, duur_minuten, begint_op, status, version, aangemaakt_op)
            VALUES (@hulpvraagId, @PartnerId, gen_random_uuid(), 'taal', 'Taal oefenen.', '3511', 'laag', 60, now() + interval '1 day', 'open', 1, now())
            """,
            new { changes.hulpvraagId, changes.PartnerId });
        return changes;
    }

    /// <summary>Changes something in one of the transactions, or ends it.</summary>
    public async Task StepAsync()
    {
        var slot = random.Next(open.Length);
        if (open[slot] is { } ending && random.Next(3) == 0)
        {
            open[slot] = null;
            await EndAsync(ending.Connection, ending.Transaction, random.Next(4) > 0);
            return;
        }

        if (open[slot] is null)
        {
            var connection = await database.OpenConnectionAsync();
            open[slot] = (connection, await connection.BeginTransactionAsync());
            await connection.ExecuteAsync("SET LOCAL lock_timeout = '50ms'");
        }

        await ChangeAsync(slot, open[slot]!.Value);
    }

    public async Task EndAllAsync()
    {
        for (var slot = 0; slot < open.Length; slot++)
        {
            if (open[slot] is { } one)
            {
                open[slot] = null;
                await EndAsync(one.Connection, one.Transaction, isCommit: true);
            }
        }
    }

    public async ValueTask DisposeAsync() => await EndAllAsync();

    private async Task ChangeAsync(int slot, (NpgsqlConnection Connection, NpgsqlTransaction Transaction) one)
    {
        var (name, sql) = Changes[random.Next(Changes.Length)];
        Last = $"{name} in {slot}";
        await one.Transaction.SaveAsync("before");
        try
        {
            await one.Connection.ExecuteAsync(sql, new
            {
                id = helperIds[random.Next(Helpers)],
                other = helperIds[random.Next(Helpers)],
                partner = PartnerId,
                vraag = hulpvraagId,
                postcode = Postcodes[random.Next(Postcodes.Length)],
                number = random.Next(40),
            });
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ExclusionViolation)
        {
            // Another transaction holds it, or the rules of the tables forbid it; the rest of this transaction goes on.
            Last += " (refused)";
            await one.Transaction.RollbackAsync("before");
        }
    }

    private async Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, bool isCommit)
    {
        Last = isCommit ? "commit" : "roll back";
        await using (connection)
        await using (transaction)
        {
            await (isCommit ? transaction.CommitAsync() : transaction.RollbackAsync());
        }
    }
}
