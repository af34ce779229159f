namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>
/// Which tasting is in which room in one round. Adding a tasting moves others to another room when that makes place, so it fails only
/// when no division over the rooms exists (augmenting paths, Kuhn); removing one leaves a sound division of the others.
/// </summary>
internal sealed class Rondebezetting
{
    private const int Nobody = -1;

    private readonly int[] tastingIn;
    private readonly int[][] roomsOf;

    /// <param name="rooms">How many rooms there are.</param>
    /// <param name="roomsOf">Per tasting the rooms that it fits in.</param>
    public Rondebezetting(int rooms, int[][] roomsOf)
    {
        tastingIn = new int[rooms];
        Array.Fill(tastingIn, Nobody);
        this.roomsOf = roomsOf;
    }

    /// <summary>How many tastings there are in this round.</summary>
    public int Count { get; private set; }

    /// <summary>Per room the tasting, for those that are used.</summary>
    public IEnumerable<(int Room, int Tasting)> Used =>
        tastingIn.Select((tasting, room) => (room, tasting)).Where(pair => pair.tasting != Nobody);

    public bool TryAdd(int tasting)
    {
        var visited = 0L;
        if (!TrySeat(tasting, ref visited))
            return false;
        Count++;
        return true;
    }

    public void Remove(int tasting)
    {
        tastingIn[Array.IndexOf(tastingIn, tasting)] = Nobody;
        Count--;
    }

    private bool TrySeat(int tasting, ref long visited)
    {
        foreach (var room in roomsOf[tasting])
        {
            if ((visited & (1L << room)) != 0)
                continue;
            visited |= 1L << room;
            if (tastingIn[room] == Nobody || TrySeat(tastingIn[room], ref visited))
            {
                tastingIn[room] = tasting;
                return true;
            }
        }

        return false;
    }
}
