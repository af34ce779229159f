namespace GrozUtrecht.Bench.Ledger;

/// <summary>Which accounts pay each other: spread over all of them, or the same few every time. Seeded, and one per caller.</summary>
internal sealed class Pairs(Guid[] accounts, int seed)
{
    private readonly Random random = new(seed);

    public (Guid Van, Guid Naar) Next()
    {
        var van = random.Next(accounts.Length);
        var naar = (van + 1 + random.Next(accounts.Length - 1)) % accounts.Length;
        return (accounts[van], accounts[naar]);
    }
}
