using System.Diagnostics.CodeAnalysis;

namespace GrozUtrecht.Gebieden;

/// <summary>An area of the programme: a set of postcodes under one name.</summary>
public sealed class Gebied
{
    internal Gebied(string naam, IReadOnlyList<Postcode4> postcodes)
    {
        Naam = naam;
        Code = naam.ToLowerInvariant();
        CbsCode = Table.CbsCodeByCode.GetValueOrDefault(Code);
        Postcodes = postcodes;
        foreach (var postcode in postcodes)
        {
            postcode.Gebied = this;
        }
    }

    /// <summary>Every area, in order of its code.</summary>
    public static IReadOnlyList<Gebied> All => Table.Gebieden;

    /// <summary>Stable code for programs, for example <c>utrecht-oost</c>.</summary>
    public string Code { get; }

    /// <summary>Name for people.</summary>
    public string Naam { get; }

    /// <summary>Code of Statistics Netherlands where the area is one of theirs; Kanaleneiland, part of wijk Zuidwest, has none.</summary>
    public string? CbsCode { get; }

    /// <summary>The postcodes of the area, in order.</summary>
    public IReadOnlyList<Postcode4> Postcodes { get; }

    /// <summary>Finds an area by its code.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Gebied? gebied)
    {
        gebied = null;
        return code is not null && Table.GebiedByCode.TryGetValue(code, out gebied);
    }

    /// <inheritdoc />
    public override string ToString() => Code;
}
