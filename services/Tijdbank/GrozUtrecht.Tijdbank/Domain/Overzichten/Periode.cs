using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain.Overzichten;

/// <summary>Dutch calendar days, the first and the last included.</summary>
internal sealed record Periode(DateOnly Van, DateOnly Tot)
{
    public const int MaximumDays = 366;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>The first moment of the period.</summary>
    public DateTimeOffset Begin => MidnightOf(Van);

    /// <summary>The first moment after the period.</summary>
    public DateTimeOffset End => MidnightOf(Tot.AddDays(1));

    /// <summary>What is wrong with it, or null.</summary>
    public Periodefout? Check() => this switch
    {
        _ when Van < Earliest || Tot < Earliest || Van > Latest || Tot > Latest => Periodefout.OutOfRange,
        _ when Van > Tot => Periodefout.Reversed,
        _ when Tot.DayNumber - Van.DayNumber >= MaximumDays => Periodefout.TooLong,
        _ => null,
    };

    /// <summary>The day that it is in the Netherlands.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The same moment as the clock on the wall in the Netherlands has it.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, NederlandseTijd.Zone);

    // The clock changes at night between two and three, so midnight is there once on every day.
    private static DateTimeOffset MidnightOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, NederlandseTijd.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

/// <summary>Why these days are no period.</summary>
internal enum Periodefout
{
    OutOfRange,
    Reversed,
    TooLong,
}
