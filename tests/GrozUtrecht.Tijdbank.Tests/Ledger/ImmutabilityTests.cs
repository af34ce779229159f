using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>What the database itself refuses, whatever the code above it does.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class ImmutabilityTests(TijdbankFixture tijdbank)
{
    [Theory]
    [InlineData("update overboeking set duur_minuten = 1")]
    [InlineData("delete from overboeking")]
    [InlineData("truncate overboeking cascade")]
    [InlineData("update overboeking_afgewezen set reden = 'rekening-gesloten'")]
    [InlineData("delete from overboeking_afgewezen")]
    [InlineData("update bijschrijving set uren_soort = 'betaald'")]
    [InlineData("delete from bijschrijving")]
    public async Task What_is_written_cannot_be_changed(string sql)
    {
        await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 10);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("update rekening set saldo_minuten = -1 where soort = 'persoon'")]
    [InlineData(
        "insert into overboeking (id, van_rekening_id, naar_rekening_id, saldo_van_na_minuten, saldo_naar_na_minuten, geboekt_op, duur_minuten) "
        + "select gen_random_uuid(), id, id, 0, 0, now(), 1 from rekening limit 1")]
    [InlineData("insert into rekening (id, soort, persoon_id, aangemaakt_op) values (gen_random_uuid(), 'persoon', gen_random_uuid(), now())")]
    public async Task What_breaks_a_rule_cannot_be_written(string sql)
    {
        await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 10);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = tijdbank.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
