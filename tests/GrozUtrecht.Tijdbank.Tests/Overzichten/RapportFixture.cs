using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

/// <summary>
/// A Tijdbank of its own with four months of hours, booked in the order of time: reports are over everybody, so they would see what
/// other tests do.
/// </summary>
public sealed class RapportFixture() : ServiceFixture<Program>("tijdbank")
{
    public const string January = "van=2026-01-01&tot=2026-01-31";
    public const string February = "van=2026-02-01&tot=2026-02-28";
    public const string March = "van=2026-03-01&tot=2026-03-31";
    public const string April = "van=2026-04-01&tot=2026-04-30";

    public Guid Organisatie { get; } = TestId.Guid();

    /// <summary>Five persons of 25 in Overvecht.</summary>
    public Guid[] Young { get; } = [.. Enumerable.Range(0, 5).Select(_ => TestId.Guid())];

    /// <summary>Five persons of whom nothing is known.</summary>
    public Guid[] Unknown { get; } = [.. Enumerable.Range(0, 5).Select(_ => TestId.Guid())];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var person in Young)
            await ExecuteAsync("insert into deelnemer values ($1, '2000-05-05', 3561, now())", person);

        // January: five against four. February: five against five, and one for another organisation.
        await WorkAsync("2026-01-15T10:00:00Z", Young, "vrijwilligerswerk", 60);
        await WorkAsync("2026-01-31T22:59:59Z", Unknown[..4], "mantelzorg", 10);
        await WorkAsync("2026-01-31T23:00:00Z", Young, "vrijwilligerswerk", 120);
        await WorkAsync("2026-02-15T10:00:00Z", Unknown, "beroepspraktijkvorming", 30);
        await WorkAsync("2026-02-16T10:00:00Z", Young[..1], "vrijwilligerswerk", 7, TestId.Guid());

        // March: some of it is taken back.
        await WorkAsync("2026-03-10T10:00:00Z", [.. Young, .. Unknown], "vrijwilligerswerk", 45);
        await TakeBackAsync("2026-03-11T10:00:00Z", Young[0], 120);

        await ConvertAsync("2026-03-20T10:00:00Z", Young, 15);
        await ConvertAsync("2026-03-21T10:00:00Z", Unknown[..4], 10);

        // April: a company contributes to a fund, which is nobody's work; four, all of one kind.
        await ContributeAsync("2026-04-09T10:00:00Z", 600, takenBack: 100);
        await WorkAsync("2026-04-10T10:00:00Z", Young[..4], "betaald", 45);
    }

    public Task<T> ScalarAsync<T>(string sql, params object[] values) => RunAsync(sql, values, async command => (T)(await command.ExecuteScalarAsync())!);

    public Task ExecuteAsync(string sql, params object[] values) => RunAsync(sql, values, command => command.ExecuteNonQueryAsync());

    private async Task WorkAsync(string op, Guid[] persons, string soort, int minutes, Guid? partner = null)
    {
        foreach (var person in persons)
        {
            var booking = new Geboekt(op, Systeemrekening.Uitgifte, await AccountAsync(person), minutes);
            await Tijdlijn.BookAsync(Database, booking);
            await ExecuteAsync(
                "insert into bijschrijving values ($1, $2, 'tijdbank.test', $1, $3, '2026-01-01')", booking.Id, partner ?? Organisatie, soort);
            await ExecuteAsync(
                """
                insert into urenregistratie (id, bron, bron_id, persoon_id, voor_partner_id, uren_soort, uitgevoerd_datum, duur_minuten, status, gemeld_door,
                  gemeld_op, wacht_sinds, rekening_id, overboeking_id)
                values (gen_random_uuid(), 'tijdbank.test', $1, $2, $3, $4, '2026-01-01', $5, 'bevestigd', 'werker', now(), now(), $6, $1)
                """,
                booking.Id, person, partner ?? Organisatie, soort, minutes, booking.Naar);
        }
    }

    private async Task ContributeAsync(string op, int minutes, int takenBack)
    {
        var fund = TestId.Guid();
        await ExecuteAsync("insert into grootboek.rekening (id, soort, partner_id, aangemaakt_op) values ($1, 'wijkpot', $1, now())", fund);
        await Tijdlijn.BookAsync(Database, new Geboekt(op, Systeemrekening.Uitgifte, fund, minutes));
        await Tijdlijn.BookAsync(Database, new Geboekt(op, fund, Systeemrekening.Uitgifte, takenBack));
    }

    private async Task ConvertAsync(string op, Guid[] persons, int minutes)
    {
        foreach (var person in persons)
            await Tijdlijn.BookAsync(Database, new Geboekt(op, await AccountAsync(person), Systeemrekening.Wissel, minutes));
    }

    // As Terugboekingen does it: the id of the transfer is derived from the registration.
    private async Task TakeBackAsync(string op, Guid person, int minutes)
    {
        var registration = await ScalarAsync<Guid>(
            "update urenregistratie set status = 'teruggeboekt' where persoon_id = $1 and duur_minuten = $2 returning id", person, minutes);
        await Tijdlijn.BookAsync(
            Database, new Geboekt(op, await AccountAsync(person), Systeemrekening.Uitgifte, minutes) { Id = Terugboekingen.IdOf(registration) });
    }

    private async Task<Guid> AccountAsync(Guid person)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await RekeningStore.OpenAsync(
            connection, TestId.Guid(), person, Organisatie, mayView: true, TimeProvider.System.GetUtcNow(), CancellationToken.None)).Id;
    }

    private async Task<T> RunAsync<T>(string sql, object[] values, Func<Npgsql.NpgsqlCommand, Task<T>> run)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await run(command);
    }
}
