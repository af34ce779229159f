using Dapper;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

/// <summary>
/// Changes of a few suppliers, chosen by a seed: several transactions at once, which commit or roll back in another order than they
/// began. Written as SQL, because what marks a supplier must not depend on the program that writes.
/// </summary>
internal sealed class Willekeur : IAsyncDisposable
{
    private static readonly (string Name, string Sql)[] Changes =
    [
        ("supplier", """
            INSERT INTO leveranciers (id, partner_id, version, soort, status, naam, omschrijving, postcode, gebied, aangemaakt_op, gewijzigd_op)
            VALUES (@leverancier, @leverancier, 1, 'zzp', 'actief', 'Proef', 'Proef', '3431', 'nieuwegein', now(), now()) ON CONFLICT (id) DO NOTHING
            """),
        ("rename", "UPDATE leveranciers SET naam = 'Proef ' || @number, postcode = CASE WHEN @number % 2 = 0 THEN '3431' ELSE '3582' END WHERE id = @leverancier"),
        ("stop", "UPDATE leveranciers SET status = CASE WHEN @number % 2 = 0 THEN 'gestopt' ELSE 'actief' END WHERE id = @leverancier"),
        ("offer", """
            INSERT INTO aanbod (id, leverancier_id, version, status, titel, omschrijving, onderwerp, vorm, duur_minuten, groep_minimum, groep_maximum,
                                prijssoort, prijs_centen, gebieden, beschikbaar, leerplek, aangemaakt_op, gewijzigd_op)
            SELECT @aanbod, id, 1, 'actief', 'Proef', 'Proef', 'slaap', 'lezing', 60, 1, 20, 'euro', 100, '{papendorp}', 7, false, now(), now()
            FROM leveranciers WHERE id = @leverancier ON CONFLICT (id) DO NOTHING
            """),
        ("change", "UPDATE aanbod SET prijs_centen = 1 + @number, beschikbaar_vanaf = current_date + @number, gebieden = ARRAY['papendorp', 'nieuwegein'] WHERE id = @aanbod"),
        ("end", "UPDATE aanbod SET status = CASE WHEN @number % 2 = 0 THEN 'gestopt' ELSE 'actief' END WHERE id = @aanbod"),
        ("propose", """
            INSERT INTO koppelingen (id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door, voorgesteld_door_partner_id,
                                     groepsgrootte, periode_van, periode_tot_en_met, prijssoort, score, redenen, aangemaakt_op, verloopt_op, gewijzigd_op)
            SELECT gen_random_uuid(), @bedrijf, a.id, a.leverancier_id, 1, 'voorgesteld', 'slaap', 'lezing', 'bedrijf', @bedrijf, 5, current_date, current_date,
                   'gratis', 50, '[]', now() - @number * interval '1 day', now() + interval '21 days', now()
            FROM aanbod a WHERE a.id = @aanbod ON CONFLICT DO NOTHING
            """),
        ("make", """
            UPDATE koppelingen SET status = 'gemaakt', akkoord_bedrijf_op = now(), akkoord_bedrijf_partner_id = @bedrijf, akkoord_leverancier_op = now(),
                                   akkoord_leverancier_partner_id = @bedrijf
            WHERE aanbod_id = @aanbod AND status = 'voorgesteld'
            """),
        ("expire", "UPDATE koppelingen SET status = 'verlopen', beeindigd_op = now() WHERE aanbod_id = @aanbod AND status = 'voorgesteld'"),
        ("forget", "DELETE FROM koppelingen WHERE aanbod_id = @aanbod"),
        ("remove", "DELETE FROM aanbod a WHERE id = @aanbod AND @number % 3 = 0 AND NOT EXISTS (SELECT FROM koppelingen k WHERE k.aanbod_id = a.id)"),
    ];

    private readonly NpgsqlDataSource database;
    private readonly Guid bedrijfId;
    private readonly Random random;
    private readonly Guid[] leverancierIds = [.. Enumerable.Range(0, 3).Select(_ => TestId.Guid())];
    private readonly Guid[] aanbodIds = [.. Enumerable.Range(0, 6).Select(_ => TestId.Guid())];
    private readonly (NpgsqlConnection Connection, NpgsqlTransaction Transaction)?[] open = new (NpgsqlConnection, NpgsqlTransaction)?[3];

    private Willekeur(NpgsqlDataSource database, Guid bedrijfId, int seed) => (this.database, this.bedrijfId, random) = (database, bedrijfId, new Random(seed));

    public string Last { get; private set; } = "";

    /// <summary>Begins with two suppliers of two offers each; the third supplier comes when it comes.</summary>
    public static async Task<Willekeur> StartAsync(NpgsqlDataSource database, Guid bedrijfId, int seed)
    {
        var changes = new Willekeur(database, bedrijfId, seed);
        await using var connection = await database.OpenConnectionAsync();
        foreach (var number in Enumerable.Range(0, 4))
        {
            var ids = new { leverancier = changes.leverancierIds[number / 2], aanbod = changes.aanbodIds[number] };
            await connection.ExecuteAsync(SqlOf("supplier"), ids);
            await connection.ExecuteAsync(SqlOf("offer"), ids);
        }

        return changes;
    }

    /// <summary>One change of this kind of the first supplier and its first offer, in a transaction of its own.</summary>
    public async Task ChangeAsync(string name)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(SqlOf(name), new { leverancier = leverancierIds[0], aanbod = aanbodIds[0], bedrijf = bedrijfId, number = 30 });
    }

    /// <summary>Changes something in one of the transactions, or ends it.</summary>
    public async Task StepAsync()
    {
        var slot = random.Next(open.Length);
        if (open[slot] is { } ending && random.Next(2) == 0)
        {
            open[slot] = null;
            await EndAsync(ending.Connection, ending.Transaction, random.Next(4) > 0);
            return;
        }

        var (connection, transaction) = open[slot] ??= await BeginAsync();
        await ChangeAsync(connection, transaction, slot);
    }

    /// <summary>Commits what is open.</summary>
    public async Task EndAllAsync()
    {
        for (var slot = 0; slot < open.Length; slot++)
        {
            if (open[slot] is { } ending)
            {
                open[slot] = null;
                await EndAsync(ending.Connection, ending.Transaction, true);
            }
        }
    }

    public async ValueTask DisposeAsync() => await EndAllAsync();

    // Each transaction has a supplier of its own, so that none waits for another.
    private async Task ChangeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, int slot)
    {
        var (name, sql) = Changes[random.Next(Changes.Length)];
        Last = $"{name} in {slot}";
        await connection.ExecuteAsync(
            sql,
            new { leverancier = leverancierIds[slot], aanbod = aanbodIds[(2 * slot) + random.Next(2)], bedrijf = bedrijfId, number = random.Next(60) },
            transaction);
    }

    private static string SqlOf(string name) => Changes.Single(change => change.Name == name).Sql;

    private async Task<(NpgsqlConnection, NpgsqlTransaction)> BeginAsync()
    {
        var connection = await database.OpenConnectionAsync();
        return (connection, await connection.BeginTransactionAsync());
    }

    private async Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, bool commits)
    {
        Last = commits ? "commit" : "roll back";
        await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
