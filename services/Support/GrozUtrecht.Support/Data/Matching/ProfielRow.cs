using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Helpers;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>What <see cref="ProfielStore"/> reads of a helper; lists of moments are minutes of UTC.</summary>
internal sealed record ProfielRow
{
    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required string Postcode { get; init; }

    public required int StraalKilometers { get; init; }

    public required string[] Categorieen { get; init; }

    public required string[] Talen { get; init; }

    public required string[] Vaardigheden { get; init; }

    public required bool Auto { get; init; }

    public DateOnly? VogGeldigTotDatum { get; init; }

    public required string[] Bezwaren { get; init; }

    public Guid? MaatjeId { get; init; }

    public int? MaximumMinutenPerWeek { get; init; }

    public string? Beschikbaarheid { get; init; }

    public required string Uitzonderingen { get; init; }

    public DateOnly? GepauzeerdVanDatum { get; init; }

    public DateOnly? GepauzeerdTotDatum { get; init; }

    public DateTimeOffset? LaatstGevraagdOp { get; init; }

    public required int[] BezetVan { get; init; }

    public required int[] BezetTot { get; init; }

    public required string[] BezetPostcode { get; init; }

    public required int AfspraakCount { get; init; }

    public required int[] AanbodVan { get; init; }

    public required int[] AanbodTot { get; init; }

    /// <summary>Words with commas between them, one text for each offer.</summary>
    public required string[] AanbodCategorieen { get; init; }

    public required int[] RecentAsks { get; init; }

    public Profiel ToDomain(Profiel? maatje) => new()
    {
        HelperId = Id,
        PersoonId = PersoonId,
        Plaats = Plaatsen.Of(Postcode),
        RadiusKilometers = StraalKilometers,
        Categorieen = Bits.Of(Categorieen.Select(Words<Categorie>.Read)),
        Talen = Talen,
        Vaardigheden = Bits.Of(Vaardigheden.Select(Words<Vaardigheid>.Read)),
        HasAuto = Auto,
        VogLastDay = VogGeldigTotDatum?.DayNumber,
        Bezwaren = Bits.Of(Bezwaren.Select(Words<Omstandigheid>.Read)),
        Maatje = maatje,
        MaximumWeekMinutes = MaximumMinutenPerWeek,
        Agenda = ToAgenda(),
        AfspraakCount = AfspraakCount,
        LaatstGevraagdOp = LaatstGevraagdOp,
        RecentAsks = RecentAsks,
    };

    private HelperAgenda ToAgenda() => new()
    {
        Week = Beschikbaarheid is null ? null : [.. AgendaJson.Read<WeekVensterRequest>(Beschikbaarheid).Select(week => week.ToDomain())],
        Uitzonderingen = [.. AgendaJson.Read<UitzonderingRequest>(Uitzonderingen).Select(exception => exception.ToDomain())],
        Pauze = GepauzeerdVanDatum is { } van ? (van.DayNumber, (GepauzeerdTotDatum ?? DateOnly.MaxValue).DayNumber) : null,
        Bezet = [.. BezetVan.Select((from, index) => new Bezet(new(from, BezetTot[index]), Plaatsen.Of(BezetPostcode[index])))],
        Aanbiedingen = [.. AanbodVan.Select((from, index) => new Aanbieding(new(from, AanbodTot[index]), CategorieenOf(AanbodCategorieen[index])))],
    };

    private static uint CategorieenOf(string words) => Bits.Of(words.Split(',').Select(Words<Categorie>.Read));
}
