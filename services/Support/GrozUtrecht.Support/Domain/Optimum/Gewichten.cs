using System.Numerics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// One whole number per item in which the terms of <see cref="Waarde"/> cannot overtake each other.
/// </summary>
/// <remarks>
/// Without conflicts the sets of places that can be filled together form a matroid, so that one step between the classes is enough: the best
/// for the most urgent class costs the others nothing in number. With conflicts one ask can stand in the way of several others, and each
/// class has to outweigh all that come after it.
/// </remarks>
internal sealed class Gewichten
{
    // The network adds and subtracts a few weights on the way; this much room keeps every sum in range.
    private const int Headroom = 1024;

    private readonly Int128 scale;
    private readonly Int128[] classWeights;

    private Gewichten(Int128 scale, Int128[] classWeights, int maximumPoints)
    {
        this.scale = scale;
        this.classWeights = classWeights;
        Maximum = checked(classWeights[0] + (maximumPoints * scale) + 1);
    }

    public Int128 Maximum { get; }

    public bool Fit<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Maximum <= Int128.CreateChecked(T.MaxValue) / Headroom;

    /// <summary>Weights for items between which nothing but places and capacity decides.</summary>
    public static Gewichten Create(int classCount, long total, int maximumPoints) =>
        Create(new int[Math.Max(1, classCount)], total, maximumPoints, strict: false);

    public static Gewichten Create(Opgave opgave, ReadOnlySpan<int> items, bool strict)
    {
        var places = new int[Math.Max(1, opgave.Classes.Length)];
        var maximumPoints = 0;
        var previous = -1;
        foreach (var index in items)
        {
            var item = opgave.Items[index];
            maximumPoints = Math.Max(maximumPoints, item.Points);
            if (item.Vraag != previous)
                places[opgave.ClassOf(item.Vraag)] += opgave.Vragen[item.Vraag].Plekken;
            previous = item.Vraag;
        }

        return Create(places, Math.Min(places.Sum(it => (long)it), items.Length), maximumPoints, strict);
    }

    public Int128 Of(int urgencyClass, Mogelijkheid item) => classWeights[urgencyClass] + (item.Points * scale) + (item.NeverAsked ? 1 : 0);

    private static Gewichten Create(int[] places, Int128 total, int maximumPoints, bool strict)
    {
        checked
        {
            var pointScale = total + 1;
            var step = (total * ((maximumPoints * pointScale) + 1)) + 1;
            var weights = new Int128[places.Length];
            weights[^1] = step;
            for (var index = weights.Length - 2; index >= 0; index--)
                weights[index] = strict ? weights[index + 1] * (places[index + 1] + Int128.One) : weights[index + 1] + step;

            return new(pointScale, weights, maximumPoints);
        }
    }

    /// <summary>The terms that a sum of strict weights was made of.</summary>
    public Waarde Decode(Int128 sum)
    {
        var filled = new int[classWeights.Length];
        for (var index = 0; index < filled.Length; index++)
        {
            filled[index] = (int)(sum / classWeights[index]);
            sum %= classWeights[index];
        }

        return new(filled, (long)(sum / scale), (int)(sum % scale));
    }
}
