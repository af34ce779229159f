using System.Globalization;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain.Uren;

/// <summary>The columns of an attendance list, by the names that stand above them.</summary>
internal enum Aanwezigheidskolom
{
    PersoonId,
    UitgevoerdDatum,
    DuurMinuten,
    UrenSoort,
    Omschrijving,
    BeginTijd,
    Postcode,
    PraktijkovereenkomstId,
    RegelId,
}

/// <summary>Why a line of an attendance list cannot be read.</summary>
internal enum Regelfout
{
    CellenOnleesbaar,
    PersoonOngeldig,
    DatumOngeldig,
    DuurOngeldig,
    UrensoortOnbekend,
    BegintijdOngeldig,
    PraktijkovereenkomstOngeldig,
    TekstTeLang,
    TekstOnleesbaar,
    TekstMetBsn,
    TekstIsFormule,
}

/// <summary>One line of an attendance list: who was there, when, and for how long.</summary>
internal sealed record Aanwezigheidsregel(
    Guid PersoonId,
    Werktijd Werktijd,
    Urensoort UrenSoort,
    string? Omschrijving,
    string? Postcode,
    Guid? PraktijkovereenkomstId,
    string? RegelId)
{
    public const int MaximumOmschrijvingLength = 500;
    public const int MaximumRegelIdLength = 100;

    public static readonly IReadOnlyList<Aanwezigheidskolom> Required =
        [Aanwezigheidskolom.PersoonId, Aanwezigheidskolom.UitgevoerdDatum, Aanwezigheidskolom.DuurMinuten, Aanwezigheidskolom.UrenSoort];

    // What a Dutch spreadsheet makes of a date when it saves a list.
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy"];
    private static readonly string[] TimeFormats = ["HH:mm", "H:mm", "HH:mm:ss"];

    /// <summary>
    /// What is the same on this line however the columns are ordered or the dates written. With its place among equal lines it is the
    /// identity of a line without a <c>regelId</c>.
    /// </summary>
    public string Content => string.Join(
        '\n',
        PersoonId.ToString("N"),
        Werktijd.UitgevoerdDatum.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        Werktijd.BeginTijd?.ToString("HHmm", CultureInfo.InvariantCulture),
        Werktijd.Minuten.ToString(CultureInfo.InvariantCulture),
        Urensoortbeleid.Word(UrenSoort),
        Postcode,
        PraktijkovereenkomstId?.ToString("N"),
        Omschrijving);

    /// <param name="cell">The text of a cell, trimmed; empty when the column is not there.</param>
    public static (Aanwezigheidsregel? Regel, Regelfout? Fault) Read(Func<Aanwezigheidskolom, string> cell)
    {
        if (!Guid.TryParse(cell(Aanwezigheidskolom.PersoonId), out var persoonId) || persoonId == Guid.Empty)
            return (null, Regelfout.PersoonOngeldig);
        if (!DateOnly.TryParseExact(cell(Aanwezigheidskolom.UitgevoerdDatum), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum))
            return (null, Regelfout.DatumOngeldig);
        if (!int.TryParse(cell(Aanwezigheidskolom.DuurMinuten), NumberStyles.None, CultureInfo.InvariantCulture, out var minuten))
            return (null, Regelfout.DuurOngeldig);
        if (!Urensoortbeleid.TryRead(cell(Aanwezigheidskolom.UrenSoort).ToLowerInvariant(), out var soort))
            return (null, Regelfout.UrensoortOnbekend);
        if (!TryReadTime(cell(Aanwezigheidskolom.BeginTijd), out var begin))
            return (null, Regelfout.BegintijdOngeldig);
        if (!TryReadId(cell(Aanwezigheidskolom.PraktijkovereenkomstId), out var overeenkomst))
            return (null, Regelfout.PraktijkovereenkomstOngeldig);

        var (omschrijving, regelId) = (cell(Aanwezigheidskolom.Omschrijving), cell(Aanwezigheidskolom.RegelId));
        if ((CheckText(omschrijving, MaximumOmschrijvingLength) ?? CheckText(regelId, MaximumRegelIdLength)) is { } fault)
            return (null, fault);

        return (new(
            persoonId, new(datum, begin, minuten), soort, OrNull(omschrijving), OrNull(cell(Aanwezigheidskolom.Postcode)), overeenkomst, OrNull(regelId)), null);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static bool TryReadTime(string text, out TimeOnly? begin)
    {
        begin = null;
        if (text.Length == 0)
            return true;
        var read = TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        begin = time;
        return read;
    }

    private static bool TryReadId(string text, out Guid? id)
    {
        id = null;
        if (text.Length == 0)
            return true;
        var read = Guid.TryParse(text, out var given);
        id = given;
        return read;
    }

    // A cell that a spreadsheet would run must not come out of here again in somebody's download.
    private static Regelfout? CheckText(string text, int maximumLength) => text switch
    {
        { Length: 0 } => null,
        _ when text.Length > maximumLength => Regelfout.TekstTeLang,
        _ when text[0] is '=' or '+' or '-' or '@' => Regelfout.TekstIsFormule,
        _ when text.Any(char.IsControl) => Regelfout.TekstOnleesbaar,
        _ when Burgerservicenummer.IsIn(text) => Regelfout.TekstMetBsn,
        _ => null,
    };
}
