using System.Runtime.InteropServices;

namespace GrozUtrecht.Tijdbank.Domain.Zegels;

/// <summary>
/// Books the whole ledger again from nothing, without the code that wrote it, and says at which row the two part.
/// </summary>
internal sealed class Naspeler
{
    private readonly Dictionary<int, Stand> standen = [];
    private readonly Dictionary<Guid, Grootboekregel> holds = [];
    private long last = long.MinValue;

    /// <summary>What every account that occurs must hold now.</summary>
    public IReadOnlyDictionary<int, Stand> Standen => standen;

    /// <summary>What must still be held, by the id of the hold.</summary>
    public IEnumerable<KeyValuePair<Guid, long>> Open => holds.Select(hold => KeyValuePair.Create(hold.Key, hold.Value.Bedrag));

    /// <returns>What does not hold about this row, in Dutch; or null.</returns>
    public string? Play(Grootboekregel regel)
    {
        if (regel.Volgnummer <= last)
            return "het volgnummer loopt niet op";
        last = regel.Volgnummer;
        if (regel.Bedrag <= 0 || regel.Van == regel.Naar)
            return "het bedrag of de rekeningen kunnen niet";

        var fault = regel.Soort switch
        {
            Opdrachtsoort.Overboeking => Move(regel, regel.Bedrag),
            Opdrachtsoort.Reservering => Hold(regel),
            _ => End(regel),
        };
        if (fault is not null)
            return fault;

        return Of(regel.Van).Saldo == regel.SaldoVanNa && Of(regel.Naar).Saldo == regel.SaldoNaarNa
            ? null
            : $"het saldo erna volgt niet uit wat ervoor kwam: verwacht {Of(regel.Van).Saldo} en {Of(regel.Naar).Saldo}, er staat {regel.SaldoVanNa} en {regel.SaldoNaarNa}";
    }

    private string? Move(Grootboekregel regel, long bedrag)
    {
        standen[regel.Van] = Of(regel.Van) with { Saldo = Of(regel.Van).Saldo - bedrag };
        standen[regel.Naar] = Of(regel.Naar) with { Saldo = Of(regel.Naar).Saldo + bedrag };
        return null;
    }

    private string? Hold(Grootboekregel regel)
    {
        holds.Add(regel.Id, regel);
        Keep(regel, regel.Bedrag);
        return null;
    }

    private string? End(Grootboekregel regel)
    {
        if (regel.ReserveringId is not { } id || !holds.Remove(id, out var hold))
            return "de reservering waar deze regel bij hoort staat niet open";
        if (hold.Van != regel.Van || hold.Naar != regel.Naar || regel.Bedrag > hold.Bedrag)
            return "de regel past niet bij zijn reservering";

        Keep(hold, -hold.Bedrag);
        return regel.Soort == Opdrachtsoort.Afronding ? Move(regel, regel.Bedrag) : null;
    }

    private void Keep(Grootboekregel hold, long bedrag)
    {
        standen[hold.Van] = Of(hold.Van) with { GereserveerdAf = Of(hold.Van).GereserveerdAf + bedrag };
        standen[hold.Naar] = Of(hold.Naar) with { GereserveerdBij = Of(hold.Naar).GereserveerdBij + bedrag };
    }

    private Stand Of(int rekening) => standen.GetValueOrDefault(rekening);
}

/// <summary>What an account holds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stand(long Saldo, long GereserveerdAf, long GereserveerdBij);
