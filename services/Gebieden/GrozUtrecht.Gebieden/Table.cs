using System.Collections.Frozen;
using System.Globalization;

namespace GrozUtrecht.Gebieden;

/// <summary>The embedded table, read once. Its source and licence are in <c>Data/NOTICE.md</c>.</summary>
internal static class Table
{
    // Mail for a postbus arrives at a post office: nobody lives there, so no distance from it means anything.
    private static readonly FrozenSet<string> PostbusCodes = FrozenSet.Create(StringComparer.Ordinal, "3430", "3500", "3509");

    public static readonly FrozenDictionary<string, string> CbsCodeByCode = FrozenDictionary.ToFrozenDictionary(
        [KeyValuePair.Create("nieuwegein", "GM0356")], StringComparer.Ordinal);

    private static readonly IReadOnlyList<Row> Rows = Read();

    public static readonly IReadOnlyList<Postcode4> Postcodes =
        [.. Rows.Select(row => row.Postcode).OrderBy(postcode => postcode.Code, StringComparer.Ordinal)];

    public static readonly FrozenDictionary<string, Postcode4> PostcodeByCode =
        Postcodes.ToFrozenDictionary(postcode => postcode.Code, StringComparer.Ordinal);

    public static readonly IReadOnlyList<Gebied> Gebieden =
    [
        .. Rows.Where(row => row.GebiedNaam.Length > 0)
            .GroupBy(row => row.GebiedNaam, row => row.Postcode, StringComparer.Ordinal)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => new Gebied(rows.Key, [.. rows])),
    ];

    public static readonly FrozenDictionary<string, Gebied> GebiedByCode =
        Gebieden.ToFrozenDictionary(gebied => gebied.Code, StringComparer.Ordinal);

    private static List<Row> Read()
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream("pc4.csv")!);
        List<Row> rows = [];
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            if (!PostbusCodes.Contains(cells[0]))
            {
                rows.Add(new Row(new Postcode4(cells[0], cells[1], Degrees(cells[3]), Degrees(cells[4])), cells[2]));
            }
        }

        return rows;
    }

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Row(Postcode4 Postcode, string GebiedNaam);
}
