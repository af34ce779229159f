using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Tests.Support;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class DapperTests : Platform
{
    [Fact]
    public async Task Dates_and_moments_come_back_as_they_went_in()
    {
        DapperTypes.Register();
        var expected = new Row(new DateOnly(2026, 3, 29), new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), null);
        await using var connection = await Database.OpenConnectionAsync();

        var row = await connection.QuerySingleAsync<Row>(
            "select @GeborenDatum::date as geboren_datum, @AangemaaktOp::timestamptz as aangemaakt_op, @EindigtOp::timestamptz as eindigt_op",
            new { expected.GeborenDatum, AangemaaktOp = expected.AangemaaktOp.ToOffset(TimeSpan.FromHours(2)), expected.EindigtOp });

        Assert.Equal(expected, row);
        Assert.Equal(TimeSpan.Zero, row.AangemaaktOp.Offset);
    }

    private sealed record Row(DateOnly GeborenDatum, DateTimeOffset AangemaaktOp, DateTimeOffset? EindigtOp);
}
