using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>What the database itself refuses, whatever the code above it does.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class ImmutabilityTests(TijdbankFixture tijdbank)
{
    [Theory]
    [InlineData("update grootboek.overboeking set bedrag = 1")]
    [InlineData("delete from grootboek.overboeking")]
    [InlineData("truncate grootboek.overboeking cascade")]
    [InlineData("update grootboek.afwijzing set uitkomst = 3")]
    [InlineData("delete from grootboek.afwijzing")]
    [InlineData("delete from grootboek.rekening")]
    [InlineData("delete from grootboek.stand")]
    [InlineData("update bijschrijving set uren_soort = 'betaald'")]
    [InlineData("delete from bijschrijving")]
    public async Task Not_even_the_owner_changes_what_is_written(string sql) =>
        Assert.Equal(PostgresErrorCodes.RestrictViolation, await RefusalAsync(sql, tijdbank.OwnerConnectionString));

    [Theory]
    [InlineData("update grootboek.overboeking set bedrag = 1")]
    [InlineData("insert into grootboek.overboeking select * from grootboek.overboeking")]
    [InlineData("delete from grootboek.afwijzing")]
    [InlineData("update grootboek.stand set saldo = 1000000")]
    [InlineData("update grootboek.stand set gereserveerd_af = 0")]
    [InlineData("insert into grootboek.stand select * from grootboek.stand")]
    [InlineData("update grootboek.rekening set persoon_id = gen_random_uuid()")]
    [InlineData("delete from grootboek.reservering")]
    [InlineData("update bijschrijving set uren_soort = 'betaald'")]
    [InlineData("create table grootboek.anders (id int)")]
    public async Task The_service_has_no_right_to_write_balances_or_bookings(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(sql, tijdbank.ServiceConnectionString));

    [Theory]
    [InlineData("update grootboek.stand set saldo = -1 where minimum = 0")]
    [InlineData("update grootboek.stand set maximum = saldo - 1 where minimum = 0")]
    [InlineData(
        "insert into grootboek.overboeking (id, van, naar, soort, saldo_van_na, saldo_naar_na, geboekt_op, bedrag) "
        + "select gen_random_uuid(), nummer, nummer, 1, 0, 0, now(), 1 from grootboek.rekening limit 1")]
    [InlineData("insert into grootboek.rekening (id, soort, aangemaakt_op) values (gen_random_uuid(), 'persoon', now())")]
    [InlineData("insert into grootboek.rekening (id, soort, eenheid, persoon_id, aangemaakt_op) values (gen_random_uuid(), 'persoon', 2, gen_random_uuid(), now())")]
    public async Task What_breaks_a_rule_cannot_be_written(string sql) =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(sql, tijdbank.OwnerConnectionString));

    private async Task<string> RefusalAsync(string sql, string connectionString)
    {
        await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 10);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
