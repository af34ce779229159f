using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Gebieden;
using Microsoft.AspNetCore.Http.Headers;

namespace GrozUtrecht.Lifestyle.Features.Open;

/// <summary>The language of a public page: Dutch, or English for who asks for it.</summary>
internal sealed class Taal
{
    public static readonly Taal Nl = new("nl");
    public static readonly Taal En = new("en");

    private const int CentsPerEuro = 100;

    private static readonly string[] DaysNl = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    private static readonly string[] MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private Taal(string code) => Code = code;

    public string Code { get; }

    public Taal Other => this == Nl ? En : Nl;

    /// <summary>What the address asks (<c>?taal=en</c>), or else what the browser prefers, or else Dutch.</summary>
    public static Taal Of(HttpRequest request) => request.Query["taal"].ToString() switch
    {
        "en" => En,
        "nl" => Nl,
        _ => Preferred(new RequestHeaders(request.Headers)),
    };

    /// <summary>The text in this language.</summary>
    public string Say(string nl, string en) => this == Nl ? nl : en;

    /// <summary>A moment on clocks in the Netherlands, such as <c>dinsdag 3 maart 2026, 10:00</c>.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var wall = NederlandseTijd.WallClock(moment);
        var date = this == Nl
            ? $"{DaysNl[(int)wall.DayOfWeek]} {Dutch.Date(DateOnly.FromDateTime(wall))}"
            : $"{wall.DayOfWeek} {wall.Day} {MonthsEn[wall.Month - 1]} {wall.Year}";
        return $"{date}, {Clock(moment)}";
    }

    public string Clock(DateTimeOffset moment) => NederlandseTijd.WallClock(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Price(int cents) => cents == 0
        ? Say("gratis", "free")
        : Say(Dutch.Euros(cents), string.Create(CultureInfo.InvariantCulture, $"€ {cents / CentsPerEuro}.{cents % CentsPerEuro:00}"));

    private static Taal Preferred(RequestHeaders headers) =>
        headers.AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant() switch { "nl" => Nl, "en" => En, _ => null })
            .FirstOrDefault(language => language is not null) ?? Nl;
}
