using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Netwerken;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary><c>GET /vitaliteitsnetwerken/{gebied}/bord</c>: where a network stands, what lies still, and what to do next.</summary>
internal static class GetNetwerkbord
{
    /// <summary>As many as somebody can act upon in a week; the numbers count them all.</summary>
    public const int MaximumSignalen = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/vitaliteitsnetwerken/{gebied}/bord", Handle)
        .RequireScope(Toegang.CoordinatorScope)
        .WithSummary("Netwerkbord")
        .WithDescription(
            $"Hoeveel bedrijven en medewerkers meedoen, wat stilligt en wat de volgende actie is; wat het langst te laat is eerst, hooguit {MaximumSignalen}. "
            + "Deelnemers zijn geteld tot en met gisteren en per programma naar beneden afgerond op vijf. "
            + $"Vraagt `{Toegang.CoordinatorScope}` en een aanwijzing voor dit gebied.")
        .MayFail(BedrijfFailures.GebiedUnknown, NetwerkFailures.NotCoordinator);

    private static async Task<Results<Ok<NetwerkbordAnswer>, ProblemHttpResult>> Handle(string gebied, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (!Gebied.TryFind(gebied, out var area))
            return BedrijfFailures.GebiedUnknown.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (!await Toegang.IsCoordinatorAsync(connection, gebied, http.User, http.RequestAborted))
            return NetwerkFailures.NotCoordinator.ToProblem();

        var now = clock.GetUtcNow();
        var today = NederlandseTijd.DayOf(now);
        var feiten = await BordStore.ReadAsync(connection, gebied, now, http.RequestAborted);
        var empty = feiten.Programmas
            .Where(programma => programma is { Status: not "afgesloten", DeelnemersTenMinste: 0 })
            .Select(programma => new Draad(Stilstand.ProgrammaZonderInschrijving, programma.BedrijfId, programma.Id, programma.OvereengekomenOp));
        var signalen = Netwerkbord.Judge(feiten.Draden.Concat(empty), today);
        var names = await BordStore.NamesAsync(connection, signalen.Take(MaximumSignalen).Select(signaal => signaal.Draad.BedrijfId), http.RequestAborted);
        return TypedResults.Ok(Answer(area, today, feiten, signalen, names));
    }

    private static NetwerkbordAnswer Answer(
        Gebied area, DateOnly today, Bordfeiten feiten, IReadOnlyList<Signaal> signalen, IReadOnlyDictionary<Guid, string> names)
    {
        var telling = feiten.Telling;
        return new()
        {
            Gebied = area.Code,
            Naam = area.Naam,
            PeilDatum = today,
            Belangstellenden = telling.Belangstellenden,
            Leden = telling.Leden,
            Vertrokken = telling.Vertrokken,
            DeelnemersTenMinste = feiten.Programmas.Sum(programma => programma.DeelnemersTenMinste),
            Leveranciers = telling.Leveranciers,
            GehoudenBijeenkomsten = telling.Bijeenkomsten,
            GemaakteKoppelingen = telling.Koppelingen,
            LopendeProgrammas = telling.Lopend,
            AfgeslotenProgrammas = telling.Afgesloten,
            InkopenBijBewonersinitiatieven = telling.Inkopen,
            Stilstanden = [.. signalen.CountBy(signaal => signaal.Draad.Soort).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => new StilstandAnswer(pair.Key, pair.Value))],
            Signalen = [.. signalen.Take(MaximumSignalen).Select(signaal => SignaalAnswer.Of(signaal, names[signaal.Draad.BedrijfId]))],
        };
    }
}

/// <summary>Where a network stands.</summary>
public sealed record NetwerkbordAnswer
{
    public required string Gebied { get; init; }

    public required string Naam { get; init; }

    [Description("De dag waarop dit geldt; deelnemers tellen tot en met de dag ervoor.")]
    public required DateOnly PeilDatum { get; init; }

    public required int Belangstellenden { get; init; }

    public required int Leden { get; init; }

    public required int Vertrokken { get; init; }

    [Description("Zoveel medewerkers of meer volgen of volgden een programma; programma's met minder dan vijf tellen niet mee.")]
    public required int DeelnemersTenMinste { get; init; }

    [Description("Leveranciers uit dit gebied die meedoen.")]
    public required int Leveranciers { get; init; }

    public required int GehoudenBijeenkomsten { get; init; }

    public required int GemaakteKoppelingen { get; init; }

    public required int LopendeProgrammas { get; init; }

    public required int AfgeslotenProgrammas { get; init; }

    [Description("Afgerekende inkopen bij bewonersinitiatieven.")]
    public required int InkopenBijBewonersinitiatieven { get; init; }

    [Description("Hoe vaak iets te lang stilligt, per soort; het vaakst eerst.")]
    public required IReadOnlyList<StilstandAnswer> Stilstanden { get; init; }

    [Description("Wat te lang stilligt; het langst te laat eerst.")]
    public required IReadOnlyList<SignaalAnswer> Signalen { get; init; }
}

/// <summary>How often one thing lies still.</summary>
public sealed record StilstandAnswer(Stilstand Soort, int Aantal);

/// <summary>One thing that lies still, and what to do about it.</summary>
public sealed record SignaalAnswer(
    Stilstand Soort,
    Guid BedrijfId,
    string Bedrijf,
    [property: Description("Wat wacht: het bedrijf, de bijeenkomst, de koppeling, het programma of de bijdrage.")] Guid BronId,
    [property: Description("Sinds wanneer het wacht.")] DateOnly SindsDatum,
    [property: Description("Dagen sinds het geduld op is; 0 is vandaag.")] int DagenTeLaat,
    string Waarom,
    string VolgendeActie)
{
    internal static SignaalAnswer Of(Signaal signaal, string bedrijf) => new(
        signaal.Draad.Soort,
        signaal.Draad.BedrijfId,
        bedrijf,
        signaal.Draad.BronId,
        NederlandseTijd.DayOf(signaal.Draad.Sinds),
        signaal.DagenTeLaat,
        signaal.Waarom,
        signaal.VolgendeActie);
}
