using GrozUtrecht.Tijdbank.Domain.Zegels;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>One walk along the chain and the rows after it, in order.</summary>
internal sealed class Controleronde(NpgsqlConnection connection, string? expectedHash, Action<long>? progress)
{
    private byte[] head = Zegelketen.Begin;
    private long zegels;
    private long last = long.MinValue;
    private long verzegeld;
    private long overboekingen;
    private bool expectedWasSeen = expectedHash is null;

    public Naspeler Naspeler { get; } = new();

    public async Task<Controlefout?> CheckChainAsync(int zegelsPerRead, CancellationToken cancellationToken)
    {
        while (true)
        {
            var blocks = await ZegelStore.ListAsync(connection, zegels, zegelsPerRead, cancellationToken);
            foreach (var block in blocks)
            {
                if (await CheckAsync(block, cancellationToken) is { } fault)
                    return fault;
            }

            if (blocks.Count < zegelsPerRead)
                return null;
        }
    }

    /// <summary>What was booked since the last seal: its balances must follow too.</summary>
    public async Task<Controlefout?> CheckTailAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await ZegelStore.ReadAsync(connection, last, long.MaxValue, cancellationToken);
            foreach (var row in rows)
            {
                if (Play(row) is { } fault)
                    return fault;
            }

            if (rows.Count < ZegelStore.MaximumPerBlock)
                return null;
        }
    }

    public Controlefout? CheckExpected() =>
        expectedWasSeen ? null : new("het zegel dat u bewaarde komt in de keten niet voor: zij is herschreven, of het zegel is van elders");

    public Controleuitkomst Outcome(Controlefout? fault) =>
        new(overboekingen, verzegeld, zegels, zegels == 0 ? null : Convert.ToHexStringLower(head), fault);

    private async Task<Controlefout?> CheckAsync(Zegel block, CancellationToken cancellationToken)
    {
        if (block.Nummer != zegels + 1)
            return new($"zegel {zegels + 1} ontbreekt");

        var rows = await ZegelStore.ReadAsync(connection, last, block.LaatsteVolgnummer, cancellationToken);
        var hashes = rows.ConvertAll(Zegelketen.HashOf);
        for (var place = 0; place < Math.Max(rows.Count, block.Aantal); place++)
        {
            if (place >= rows.Count)
                return new($"in zegel {block.Nummer} ontbreekt een regel, na volgnummer {last}", last);
            if (place >= block.Aantal || !hashes[place].AsSpan(0, Zegelketen.KeptLength).SequenceEqual(block.Regels.AsSpan(place * Zegelketen.KeptLength, Zegelketen.KeptLength)))
                return new($"de regel is niet meer zoals zij in zegel {block.Nummer} is verzegeld", rows[place].Volgnummer, rows[place].Id);
            if (Play(rows[place]) is { } fault)
                return fault;
        }

        var hash = Zegelketen.HashOf(head, block.Nummer, hashes);
        if (!hash.AsSpan().SequenceEqual(block.Hash))
            return new($"de hash van zegel {block.Nummer} klopt niet met zijn regels en het zegel ervoor");

        (head, zegels, verzegeld) = (hash, block.Nummer, verzegeld + rows.Count);
        expectedWasSeen |= string.Equals(Convert.ToHexStringLower(hash), expectedHash, StringComparison.OrdinalIgnoreCase);
        return null;
    }

    private Controlefout? Play(Grootboekregel row)
    {
        last = row.Volgnummer;
        overboekingen++;
        if (overboekingen % ZegelStore.MaximumPerBlock == 0)
            progress?.Invoke(overboekingen);
        return Naspeler.Play(row) is { } fault ? new(fault, row.Volgnummer, row.Id) : null;
    }
}
