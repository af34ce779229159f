using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

public sealed class RuilprijsTests
{
    [Theory]
    [InlineData(60, 90, 90)]
    [InlineData(60, 1, 1)]
    [InlineData(30, 45, 23)]
    [InlineData(10, 1, 1)]
    [InlineData(0, 600, 0)]
    [InlineData(2400, 2400, 96_000)]
    public void A_price_per_hour_counts_a_part_of_a_minute_as_a_whole_one(int price, int minutes, int total) =>
        Assert.Equal(total, new Ruilprijs(price, PrijsPer.Uur, null).TotalMinutes(null, minutes));

    [Fact]
    public void A_price_per_piece_counts_pieces_and_cents_beside_it()
    {
        var price = new Ruilprijs(90, PrijsPer.Stuk, 250);
        Assert.Equal((270, 750), (price.TotalMinutes(3, null), price.TotalCents(3)));
    }

    [Theory]
    [InlineData(PrijsPer.Uur, null, 60, true)]
    [InlineData(PrijsPer.Uur, 1, 60, false)]
    [InlineData(PrijsPer.Uur, 1, null, false)]
    [InlineData(PrijsPer.Uur, null, 0, false)]
    [InlineData(PrijsPer.Uur, null, 2401, false)]
    [InlineData(PrijsPer.Stuk, 1, null, true)]
    [InlineData(PrijsPer.Stuk, 101, null, false)]
    [InlineData(PrijsPer.Stuk, null, null, false)]
    public void An_order_names_what_the_price_is_for_and_nothing_else(PrijsPer per, int? count, int? minutes, bool fits) =>
        Assert.Equal(fits, new Ruilprijs(60, per, null).Fits(count, minutes));
}
