using System.Collections.Frozen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Toestemmingen;

/// <summary>The purposes by their words.</summary>
internal static class Doelen
{
    public static readonly string EigenInzicht = Words.Of(Toestemmingsdoel.EigenInzicht);

    public static readonly string Ervaringen = Words.Of(Toestemmingsdoel.Ervaringen);

    public static readonly FrozenSet<string> All = Enum.GetValues<Toestemmingsdoel>().Select(Words.Of).ToFrozenSet(StringComparer.Ordinal);
}
