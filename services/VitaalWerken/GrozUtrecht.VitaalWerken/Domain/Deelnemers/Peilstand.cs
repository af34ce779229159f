namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>
/// A number of people that is shown while it still changes. It moves only when five or more have come or gone since it last moved, and counts
/// whole days only: no step of it is about one person, whatever day an onlooker chooses.
/// </summary>
internal static class Peilstand
{
    /// <param name="standen">How many there were at the end of each day, the oldest first, without the day that it is.</param>
    /// <returns>Rounded down to fives; null when there are fewer than five.</returns>
    public static int? Of(IEnumerable<int> standen)
    {
        var held = 0;
        foreach (var stand in standen)
        {
            if (Math.Abs(stand - held) >= Drempels.Aanwezigheid)
                held = stand;
        }

        return Drempels.InFives(held);
    }
}
