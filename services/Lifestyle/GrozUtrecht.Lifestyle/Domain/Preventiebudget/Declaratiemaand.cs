using System.Globalization;

namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>Why a month cannot be declared.</summary>
internal enum Declaratiefout
{
    NotOverYet,
    BeforePeriod,
    LaterMonthDeclared,
}

/// <summary>A calendar month of spendings.</summary>
/// <param name="Eerste">Its first day.</param>
internal sealed record Declaratiemaand(DateOnly Eerste)
{
    public const string Pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$";

    private const string Format = "yyyy-MM";

    public DateOnly Laatste => Eerste.AddMonths(1).AddDays(-1);

    public string Word => Eerste.ToString(Format, CultureInfo.InvariantCulture);

    public static Declaratiemaand Read(string word) => new(DateOnly.ParseExact(word, Format, CultureInfo.InvariantCulture));

    /// <summary>Months close in order, and only when nothing of them is still to come.</summary>
    public Declaratiefout? Check(DateOnly today, DateOnly periodStart, DateOnly? lastDeclared)
    {
        if (today <= Laatste)
            return Declaratiefout.NotOverYet;
        if (Laatste < periodStart)
            return Declaratiefout.BeforePeriod;
        return lastDeclared > Eerste ? Declaratiefout.LaterMonthDeclared : null;
    }
}
