using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>One page of a collection.</summary>
public sealed record CursorPage<T>(
    [property: Description("De onderdelen van deze pagina.")] IReadOnlyList<T> Items,
    [property: Description("Cursor voor de volgende pagina; ontbreekt op de laatste.")] string? Volgende = null)
{
    /// <summary>
    /// Makes a page from rows of which one more than <paramref name="limit"/> was asked: the extra row says that there is more.
    /// </summary>
    public static CursorPage<T> Of(IReadOnlyList<T> rows, int limit, Func<T, string> cursorOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cursorOf);
        return rows.Count <= limit ? new(rows, null) : new([.. rows.Take(limit)], cursorOf(rows[limit - 1]));
    }
}

/// <summary>The two query parameters of every collection.</summary>
public sealed record PageQuery(
    [property: FromQuery(Name = "cursor"), Description("Cursor uit het vorige antwoord."), StringLength(PageQuery.MaximumCursorLength)] string? Cursor,
    [property: FromQuery(Name = "limit"), Description("Aantal onderdelen per pagina."), Range(1, PageQuery.MaximumLimit), DefaultValue(PageQuery.DefaultLimit)] int? Limit)
{
    public const int DefaultLimit = 25;
    public const int MaximumLimit = 100;
    public const int MaximumCursorLength = 200;

    /// <summary>How many items this page holds at most.</summary>
    public int Size => Limit ?? DefaultLimit;
}

/// <summary>Turns the sort key of a row into an opaque cursor and back.</summary>
public static class Cursor
{
    private const char Separator = '|';

    /// <summary>Encodes up to a few key parts, each without the separator <c>|</c>.</summary>
    public static string Encode(params ReadOnlySpan<string> parts) =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Join(Separator, parts!)));

    /// <summary>A cursor over UUIDv7 ids, which are in order of creation.</summary>
    public static string Encode(Guid id) => Encode(id.ToString("N"));

    /// <summary>Reads the parts back; false when the text is not a cursor with so many parts.</summary>
    public static bool TryDecode(string? cursor, int count, [NotNullWhen(true)] out string[]? parts)
    {
        parts = null;
        if (string.IsNullOrEmpty(cursor) || cursor.Length > PageQuery.MaximumCursorLength)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[PageQuery.MaximumCursorLength];
        if (Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        parts = Encoding.UTF8.GetString(bytes[..written]).Split(Separator);
        return parts.Length == count;
    }

    /// <summary>Reads an id cursor. No cursor at all is the beginning: true, with the empty id before every other.</summary>
    public static bool TryDecode(string? cursor, out Guid id)
    {
        id = Guid.Empty;
        return string.IsNullOrEmpty(cursor) || (TryDecode(cursor, 1, out var parts) && Guid.TryParseExact(parts[0], "N", out id));
    }
}
