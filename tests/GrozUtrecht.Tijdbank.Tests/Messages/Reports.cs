using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

/// <summary>What Support would report.</summary>
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
}
