using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>Open every week.</summary>
public sealed record OpeningstijdInhoud(
    [property: Description("Dag van de week.")] Weekdag Dag,
    [property: Description("Klok in Nederland, uu:mm."), RegularExpression(Vorm.Tijd)] string Van,
    [property: Description("Klok in Nederland, uu:mm. Niet later dan van: de volgende dag; gelijk aan van: een heel etmaal."), RegularExpression(Vorm.Tijd)]
    string Tot,
    [property: Description("Alleen op deze locatie; zonder locatie overal.")] Guid? LocatieId = null)
{
    internal Openingstijd ToDomain() => new(Dag, Tijd.Read(Van), Tijd.Read(Tot), LocatieId);

    internal static OpeningstijdInhoud Of(Openingstijd tijd) => new(tijd.Dag, Tijd.Write(tijd.VanMinuut), Tijd.Write(tijd.TotMinuut), tijd.LocatieId);
}

/// <summary>Other hours on some days, such as holidays.</summary>
public sealed record AfwijkendeTijdInhoud(
    [property: Description("Eerste dag.")] DateOnly VanDatum,
    [property: Description("Laatste dag, meegerekend.")] DateOnly TotEnMetDatum,
    [property: Description("Klok in Nederland, uu:mm. Zonder van en tot: gesloten."), RegularExpression(Vorm.Tijd)] string? Van = null,
    [property: Description("Klok in Nederland, uu:mm."), RegularExpression(Vorm.Tijd)] string? Tot = null,
    [property: Description("Waarom, bijvoorbeeld Tweede Kerstdag."), StringLength(100, MinimumLength = 1), RegularExpression(Vorm.Regel)] string? Reden = null,
    [property: Description("Alleen op deze locatie; zonder locatie overal.")] Guid? LocatieId = null)
{
    internal AfwijkendeTijd ToDomain() => new(VanDatum, TotEnMetDatum, Tijd.ReadOptional(Van), Tijd.ReadOptional(Tot), Reden, LocatieId);

    internal static AfwijkendeTijdInhoud Of(AfwijkendeTijd tijd) => new(
        tijd.VanDatum, tijd.TotEnMetDatum, Tijd.WriteOptional(tijd.VanMinuut), Tijd.WriteOptional(tijd.TotMinuut), tijd.Reden, tijd.LocatieId);
}

/// <summary>A time on the wall as the API writes it.</summary>
internal static class Tijd
{
    private const int MinutesPerHour = 60;

    /// <summary>Reads a time that has passed validation.</summary>
    public static int Read(string time) => (int.Parse(time.AsSpan(0, 2)) * MinutesPerHour) + int.Parse(time.AsSpan(3));

    public static int? ReadOptional(string? time) => time is null ? null : Read(time);

    public static string Write(int minute) => $"{minute / MinutesPerHour:00}:{minute % MinutesPerHour:00}";

    public static string? WriteOptional(int? minute) => minute is { } some ? Write(some) : null;
}
