namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>Would somebody come back for it?</summary>
public enum Terugkomen
{
    Ja,
    Misschien,
    Nee,
}

/// <summary>What is known of one activity at a proeverij.</summary>
internal sealed record Proefcijfers(
    Guid AanbiederId, string Aanbieder, IReadOnlyList<Dimensie> Dimensies, int Geproefd, int Antwoorden, int SomGezicht, int Ja, int Misschien, int Nee);

/// <summary>How people found something, of enough of them together.</summary>
public sealed record Ervaringcijfer(int AntwoordenAantal, decimal GezichtGemiddeld, int JaAantal, int MisschienAantal, int NeeAantal);

/// <summary>What was tasted of one dimensie; no experience when too few people told of it.</summary>
public sealed record Dimensiecijfer(Dimensie Dimensie, int GeproefdAantal, Ervaringcijfer? Ervaring);

/// <summary>What was tasted with one aanbieder; no experience when too few people told of it.</summary>
public sealed record Aanbiedercijfer(Guid AanbiederId, string Aanbieder, int GeproefdAantal, Ervaringcijfer? Ervaring);

/// <summary>Adds experiences up per aanbieder and per dimensie, and keeps silent about what so few told that it could be led back to them.</summary>
internal static class Ervaringcijfers
{
    public const int Fewest = 5;

    public static IReadOnlyList<Aanbiedercijfer> PerAanbieder(IReadOnlyList<Proefcijfers> proeven) =>
    [
        .. proeven.GroupBy(proef => (proef.AanbiederId, proef.Aanbieder))
            .OrderBy(own => own.Key.Aanbieder, StringComparer.Ordinal).ThenBy(own => own.Key.AanbiederId)
            .Select(own => new Aanbiedercijfer(own.Key.AanbiederId, own.Key.Aanbieder, own.Sum(proef => proef.Geproefd), Together(own))),
    ];

    /// <summary>
    /// A dimensie is also kept silent when taking the aanbieders that are shown away from it would leave the answers of a few.
    /// </summary>
    public static IReadOnlyList<Dimensiecijfer> PerDimensie(IReadOnlyList<Proefcijfers> proeven)
    {
        var shown = PerAanbieder(proeven).Where(one => one.Ervaring is not null).Select(one => one.AanbiederId).ToHashSet();
        return
        [
            .. Enum.GetValues<Dimensie>().Select(dimensie =>
            {
                List<Proefcijfers> own = [.. proeven.Where(proef => proef.Dimensies.Contains(dimensie))];
                var rest = own.Where(proef => !shown.Contains(proef.AanbiederId)).Sum(proef => proef.Antwoorden);
                return new Dimensiecijfer(dimensie, own.Sum(proef => proef.Geproefd), rest is > 0 and < Fewest ? null : Together(own));
            }),
        ];
    }

    private static Ervaringcijfer? Together(IEnumerable<Proefcijfers> proeven)
    {
        List<Proefcijfers> all = [.. proeven];
        var answers = all.Sum(proef => proef.Antwoorden);
        return answers < Fewest
            ? null
            : new(
                answers,
                Math.Round((decimal)all.Sum(proef => proef.SomGezicht) / answers, 1, MidpointRounding.AwayFromZero),
                all.Sum(proef => proef.Ja),
                all.Sum(proef => proef.Misschien),
                all.Sum(proef => proef.Nee));
    }
}
