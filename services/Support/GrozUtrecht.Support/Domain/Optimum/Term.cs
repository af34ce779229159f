namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>One term of the value: what each item adds to it.</summary>
internal sealed class Term
{
    /// <summary>What is less than this share of the largest worth is noise of the linear programme.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>What a column costs that may not be used.</summary>
    public const double Penalty = 1e3;

    // Penalties add up along a chain of columns that may not be used, and a price that is cut off proves less.
    private const double MaximumPrice = 100 * Penalty;

    // Ten times this, for a helper with ten items, is still a long.
    private const long MaximumFixed = 1L << 58;

    private readonly long step;

    private Term(long[] worth, long step, long scale)
    {
        (Worth, this.step, Scale) = (worth, step, scale);
        Largest = Math.Max(1, worth.Max());
        Unit = 1L << Math.Clamp((int)Math.Log2(MaximumFixed / (Largest * MaximumPrice)), 0, 30);
    }

    public long[] Worth { get; }
    public long Largest { get; }
    /// <summary>One point is this many, and a helper who was never asked is one.</summary>
    public long Scale { get; }

    /// <summary>Prices are whole numbers in which one is this many.</summary>
    public long Unit { get; }

    /// <summary>
    /// Places of one class. Only whole places count; below that comes what the terms after this one like, because a programme for which
    /// most solutions are equal divides everything.
    /// </summary>
    public static Term Class(Deel deel, int urgency)
    {
        var most = deel.Items.Max(it => deel.Opgave.Items[it].Points) + 1L;
        var size = (deel.Places.Sum(it => (long)it) * 2 * most) + 1;
        return new([.. deel.ClassOf.Select((it, item) => (it == urgency ? size : it > urgency ? most : 0) + deel.Opgave.Items[deel.Items[item]].Points)], size, 1);
    }

    /// <summary>Points, and among equals the helpers who were never asked.</summary>
    public static Term Points(Deel deel)
    {
        var scale = deel.Places.Sum(it => (long)it) + 1;
        return new([.. deel.Items.Select(it => (deel.Opgave.Items[it].Points * scale) + (deel.Opgave.Items[it].NeverAsked ? 1 : 0))], 1, scale);
    }

    public long Of(List<int> chosen) => chosen.Sum(it => Worth[it]) / step;

    /// <summary>What a bound on the worth, in units, leaves in whole numbers of the term.</summary>
    public long Floor(Int128 bound)
    {
        var size = (Int128)Unit * step;
        return (long)(bound >= 0 ? bound / size : -((size - 1 - bound) / size));
    }

    /// <summary>A price of the linear programme as a whole number; any number that is not below zero is a price.</summary>
    public long Fixed(double price) => (long)(Math.Clamp(price, 0, MaximumPrice) * Largest * Unit);
}
