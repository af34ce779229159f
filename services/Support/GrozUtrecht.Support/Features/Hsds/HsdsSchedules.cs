using System.Globalization;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using GrozUtrecht.Support.Features.SocialeKaart;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>
/// Opening hours as HSDS schedules. HSDS wants an offset from UTC with every time, and the Dutch one changes twice a year, so each weekly
/// period is said once for this season and once for the next, and a deviation once for each season that it lies in.
/// </summary>
internal static class HsdsSchedules
{
    private const string EveryDay = "MO,TU,WE,TH,FR,SA,SU";
    private static readonly string[] Days = EveryDay.Split(',');

    /// <summary>The schedules of a voorziening at one of its places, or those without a place.</summary>
    public static IReadOnlyList<HsdsSchedule> Of(VoorzieningRow row, Guid? locatieId, IReadOnlyList<Seizoen> seasons, Guid? serviceAtLocationId)
    {
        var tijden = row.Tijden();
        var weekly = tijden.Week
            .Where(week => week.LocatieId == locatieId)
            .SelectMany(week => seasons.Select(season => Weekly(week, season)));
        var deviations = tijden.Afwijkend
            .Where(deviation => deviation.LocatieId == locatieId)
            .SelectMany(deviation => Seizoen.Between(deviation.VanDatum, deviation.TotEnMetDatum).Select(season => Deviation(deviation, season)));
        return
        [
            .. weekly.Concat(deviations).Select(schedule => schedule with
            {
                Id = HsdsId.Of(row.Id, $"schedule {locatieId} {schedule.Byday} {Date(schedule.ValidFrom)} {schedule.OpensAt} {schedule.ClosesAt}"),
                ServiceId = serviceAtLocationId is null ? row.Id : null,
                ServiceAtLocationId = serviceAtLocationId,
            }),
        ];
    }

    private static HsdsSchedule Weekly(Openingstijd week, Seizoen season) =>
        Schedule(season, Days[(int)week.Dag - 1]) with { OpensAt = Time(week.VanMinuut, season), ClosesAt = Time(week.TotMinuut, season) };

    private static HsdsSchedule Deviation(AfwijkendeTijd deviation, Seizoen season) =>
        deviation is { VanMinuut: { } from, TotMinuut: { } to }
            ? Schedule(season, EveryDay) with { OpensAt = Time(from, season), ClosesAt = Time(to, season), Description = deviation.Reden }
            : Schedule(season, EveryDay) with { Description = deviation.Reden is null ? "Gesloten" : $"Gesloten: {deviation.Reden}" };

    private static HsdsSchedule Schedule(Seizoen season, string days) => new()
    {
        Id = Guid.Empty,
        ValidFrom = season.From,
        ValidTo = season.Through,
        Freq = "WEEKLY",
        Interval = 1,
        Wkst = Days[0],
        Byday = days,
    };

    private static string Time(int minute, Seizoen season) =>
        string.Create(CultureInfo.InvariantCulture, $"{Tijd.Write(minute)}+{season.Offset:hh\\:mm}");

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
