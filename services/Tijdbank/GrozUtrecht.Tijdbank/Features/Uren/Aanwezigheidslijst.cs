using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>A line as it stands in the file: read, or with the reason why not.</summary>
internal sealed record Importregel(int RegelNummer, Aanwezigheidsregel? Regel, Failure? Failure);

/// <summary>Reads an attendance list. It says what is wrong with the file as a whole, or with each line by itself.</summary>
internal static class Aanwezigheidslijst
{
    public const int MaximumBytes = 2 * 1024 * 1024;
    public const int MaximumLines = 10_000;

    private static readonly byte[] ZipBegin = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] OldExcelBegin = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly Dictionary<string, Aanwezigheidskolom> ColumnByName =
        Enum.GetValues<Aanwezigheidskolom>().ToDictionary(column => column.ToString(), StringComparer.OrdinalIgnoreCase);

    public static (IReadOnlyList<Importregel> Lines, Failure? Failure) Read(byte[] body)
    {
        if (body.AsSpan().StartsWith(ZipBegin) || body.AsSpan().StartsWith(OldExcelBegin))
        {
            return ([], UrenimportFailures.NotCsv);
        }

        if (Decode(body) is not { } text)
        {
            return ([], UrenimportFailures.NotUtf8);
        }

        var badCell = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text),
            HasHeaderRecord = false,
            BadDataFound = _ => badCell = true,
            TrimOptions = TrimOptions.Trim,
        });
        if (!parser.Read())
        {
            return ([], UrenimportFailures.NoLines);
        }

        var (columns, failure) = ReadHeader(parser.Record!);
        return failure is null ? ReadLines(parser, columns, () => badCell, () => badCell = false) : ([], failure);
    }

    // The byte order mark that Excel writes is no part of the first column's name.
    private static string? Decode(byte[] body)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A Dutch Excel writes semicolons; almost everything else writes commas.
    private static string SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Count(';') > header.Count(',') ? ";" : ",";
    }

    private static (Dictionary<Aanwezigheidskolom, int> Columns, Failure? Failure) ReadHeader(string[] names)
    {
        var columns = new Dictionary<Aanwezigheidskolom, int>();
        foreach (var (place, name) in names.Index())
        {
            if (!ColumnByName.TryGetValue(name, out var column) || !columns.TryAdd(column, place))
            {
                return (columns, UrenimportFailures.ColumnUnknown);
            }
        }

        return (columns, Aanwezigheidsregel.Required.All(columns.ContainsKey) ? null : UrenimportFailures.ColumnMissing);
    }

    private static (IReadOnlyList<Importregel> Lines, Failure? Failure) ReadLines(
        CsvParser parser, Dictionary<Aanwezigheidskolom, int> columns, Func<bool> hasBadCell, Action forgetBadCell)
    {
        var lines = new List<Importregel>();
        while (parser.Read())
        {
            if (lines.Count == MaximumLines)
            {
                return ([], UrenimportFailures.TooManyLines);
            }

            forgetBadCell();
            var cells = parser.Record!;
            var (regel, fault) = hasBadCell() || cells.Length != columns.Count
                ? (null, Regelfout.CellenOnleesbaar)
                : Aanwezigheidsregel.Read(column => columns.TryGetValue(column, out var place) ? cells[place] : "");
            lines.Add(new(parser.RawRow, regel, fault is { } reason ? UrenimportFailures.Of(reason) : null));
        }

        return (lines, lines.Count == 0 ? UrenimportFailures.NoLines : null);
    }
}
