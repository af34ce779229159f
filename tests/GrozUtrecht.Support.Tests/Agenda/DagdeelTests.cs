using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Tests.Agenda;

public sealed class DagdeelTests
{
    /// <summary>Around both changes of the clock of 2026 and the turn of the year, with any length up to two days.</summary>
    private static readonly Gen<Venster> Vensters =
        from day in Gen.Elements(new DateTime(2026, 3, 28), new DateTime(2026, 10, 24), new DateTime(2026, 12, 31))
        from minute in Gen.Choose(0, 2 * Dagdeel.DayMinutes)
        from length in Gen.Choose(1, 2 * Dagdeel.DayMinutes)
        let van = new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(minute)
        select new Venster(van, van.AddMinutes(length));

    [Fact]
    public void The_pieces_of_a_venster_are_the_whole_of_it() => Prop.ForAll(Arb.From(Vensters), venster =>
    {
        var pieces = Dagdeel.Split(venster);
        return pieces[0].UtcVan == Moment.MinuteOf(venster.Van)
            && pieces[^1].UtcTot == Moment.MinuteOf(venster.Tot)
            && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.UtcTot == pair.Second.UtcVan);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_minute_of_a_piece_is_what_the_clock_on_the_wall_shows() => Prop.ForAll(Arb.From(Vensters), venster =>
        Dagdeel.Split(venster).All(piece => Enumerable.Range(0, piece.WallTot - piece.WallVan).All(minute =>
        {
            var wall = NederlandseTijd.WallClock(Moment.Of(piece.UtcVan + minute));
            return DateOnly.FromDateTime(wall).DayNumber == piece.DayNumber
                && wall.DayOfWeek == piece.DayOfWeek
                && (wall.Hour * 60) + wall.Minute == piece.WallVan + minute;
        }))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_hour_that_comes_twice_is_two_pieces()
    {
        var pieces = Dagdeel.Split(new(new(2026, 10, 24, 22, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 4, 0, 0, TimeSpan.Zero)));

        Assert.Equal([(0, 180), (120, 300)], pieces.Select(piece => (piece.WallVan, piece.WallTot)));
    }
}
