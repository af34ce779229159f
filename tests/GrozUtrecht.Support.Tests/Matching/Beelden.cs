using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Tests.Matching;

/// <summary>A hulpvraag and helpers as matching sees them, to vary on. Places lie on a line, a kilometre apart.</summary>
internal static class Beelden
{
    public const int Places = 20;

    /// <summary>A Saturday at noon in winter.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 11, 0, 0, TimeSpan.Zero);

    /// <summary>The Tuesday after, at ten.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static readonly Reistijd Line =
        new([.. Enumerable.Range(0, Places).Select(from => Enumerable.Range(0, Places).Select(to => Math.Abs(from - to) * 1000).ToArray())]);

    public static readonly Vraagbeeld Vraag = new()
    {
        HulpvraagId = new Guid("01990000-0000-7000-8000-00000000aaaa"),
        HulpvragerId = new Guid("01990000-0000-7000-8000-00000000bbbb"),
        Urgentie = Urgentie.Normaal,
        Categorie = Categorie.Boodschappen,
        Plaats = 0,
        Bezoeken = [Bezoek(Tuesday, 60)],
    };

    public static readonly Profiel Ideal = new()
    {
        HelperId = new Guid("01990000-0000-7000-8000-000000000001"),
        PersoonId = new Guid("01990000-0000-7000-8000-000000000002"),
        Plaats = 0,
        RadiusKilometers = 5,
        Categorieen = Bits.Of(Categorie.Boodschappen),
        MaximumWeekMinutes = 240,
        Agenda = new() { Week = [new(DayOfWeek.Tuesday, 9 * 60, 17 * 60)] },
    };

    public static Bezoek Bezoek(DateTimeOffset start, int durationMinutes, int extraMinutes = 0, int plaats = 0) => Support.Domain.Agenda.Bezoek.Of(
        new Beurt(new Guid("01990000-0000-7000-8000-00000000cccc"), 1, durationMinutes, 1, [new(start, start.AddMinutes(durationMinutes + extraMinutes))]),
        Categorie.Boodschappen,
        plaats);

    public static Bezet Bezet(DateTimeOffset start, int durationMinutes, int plaats = 0) =>
        new(new(Moment.MinuteOf(start), Moment.MinuteOf(start) + durationMinutes), plaats);

    public static Arbitrary<Profiel> Profielen() => Arb.From(Generator());

    public static Gen<Profiel> Generator() =>
        from id in Gen.Choose(1, 1_000_000)
        from plaats in Gen.Choose(0, Places - 1)
        from radius in Gen.Choose(1, 50)
        from taken in Gen.Choose(0, 600)
        from maximum in Gen.Elements<int?>(null, 60, 240, 600)
        from afspraken in Gen.Choose(0, 3)
        from days in Gen.Elements<int?>(null, 0, 3, 10, 40)
        from anyTime in Gen.Elements(true, false)
        from skills in Gen.Choose(0, 7)
        from odd in Gen.Choose(0, 15)
        select Ideal with
        {
            HelperId = new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            PersoonId = odd == 1 ? Vraag.HulpvragerId : new Guid(id, 1, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            Plaats = plaats,
            RadiusKilometers = radius,
            Categorieen = odd == 2 ? Bits.Of(Categorie.Taal) : uint.MaxValue,
            Vaardigheden = (uint)skills,
            MaximumWeekMinutes = maximum,
            AfspraakCount = afspraken,
            LaatstGevraagdOp = days is { } ago ? Now.AddDays(-ago) : null,
            Agenda = new()
            {
                Week = anyTime ? null : Ideal.Agenda.Week,
                Bezet = taken == 0 ? [] : [Bezet(Tuesday.AddDays(odd == 3 ? 0 : 1), taken)],
            },
        };
}
