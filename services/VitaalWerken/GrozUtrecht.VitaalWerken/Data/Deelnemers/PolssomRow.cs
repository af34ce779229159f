using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>The marks for one subject, added up over who answered at the start and the end, and over who also answered in the middle.</summary>
internal sealed record PolssomRow
{
    public required string Onderwerp { get; init; }

    public required int TwoCount { get; init; }

    public long? TwoStartSum { get; init; }

    public int? TwoStartMin { get; init; }

    public int? TwoStartMax { get; init; }

    public long? TwoEindeSum { get; init; }

    public int? TwoEindeMin { get; init; }

    public int? TwoEindeMax { get; init; }

    public int? TwoChangeMin { get; init; }

    public int? TwoChangeMax { get; init; }

    public required int ThreeCount { get; init; }

    public long? ThreeStartSum { get; init; }

    public int? ThreeStartMin { get; init; }

    public int? ThreeStartMax { get; init; }

    public long? ThreeMiddenSum { get; init; }

    public int? ThreeMiddenMin { get; init; }

    public int? ThreeMiddenMax { get; init; }

    public long? ThreeEindeSum { get; init; }

    public int? ThreeEindeMin { get; init; }

    public int? ThreeEindeMax { get; init; }

    public int? ThreeChangeMin { get; init; }

    public int? ThreeChangeMax { get; init; }

    public Polscijfer Cijfer => Polscijfer.Of(
        Onderwerp,
        TwoCount == 0 ? null : new(
            TwoCount, Sum(TwoStartSum, TwoStartMin, TwoStartMax), null, Sum(TwoEindeSum, TwoEindeMin, TwoEindeMax),
            Sum(TwoEindeSum - TwoStartSum, TwoChangeMin, TwoChangeMax)),
        ThreeCount == 0 ? null : new(
            ThreeCount, Sum(ThreeStartSum, ThreeStartMin, ThreeStartMax), Sum(ThreeMiddenSum, ThreeMiddenMin, ThreeMiddenMax),
            Sum(ThreeEindeSum, ThreeEindeMin, ThreeEindeMax), Sum(ThreeEindeSum - ThreeStartSum, ThreeChangeMin, ThreeChangeMax)));

    private static Polssom Sum(long? som, int? laagste, int? hoogste) => new(som!.Value, laagste!.Value, hoogste!.Value);
}
