using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

/// <summary>What other services would report.</summary>
internal static class Reports
{
    public static HulpvraagFulfilled Fulfilled(int minutes) => new()
    {
        HulpvraagId = TestId.Guid(),
        AfspraakId = TestId.Guid(),
        Version = 4,
        PartnerId = TestId.Guid(),
        HelperPersoonId = TestId.Guid(),
        HulpvragerPersoonId = TestId.Guid(),
        DurationMinutes = minutes,
        UrenSoort = "vrijwilligerswerk",
        UitgevoerdDatum = new DateOnly(2026, 3, 14),
        OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    public static ActiviteitAttended Hosted(int minutes) => new()
    {
        DeelnameId = TestId.Guid(),
        Version = 2,
        SessieId = TestId.Guid(),
        ActiviteitId = TestId.Guid(),
        PartnerId = TestId.Guid(),
        Gebied = "nieuwegein",
        Rol = "gastheer",
        GastheerPersoonId = TestId.Guid(),
        DurationMinutes = minutes,
        UitgevoerdDatum = new DateOnly(2026, 3, 14),
        OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };
}
