using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Domain.Rondes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Why a run did with a hulpvraag what it did.</summary>
internal sealed record RondeHulpvraagResponse(
    [property: Description("De hulpvraag.")] Guid HulpvraagId,
    [property: Description("Wat eruit kwam.")] Rondeuitkomst Uitkomst,
    [property: Description("Een zin voor mensen.")] string Tekst,
    [property: Description("Wie er gewogen is, de beste eerst, met waarom wel of niet.")] IReadOnlyList<GewogenResponse> Kandidaten,
    [property: Description("Zonder kandidaten: hoeveel helpers afvielen en waardoor.")] IReadOnlyList<AfvallersResponse> Afvallers);

/// <summary>A candidate whom the run weighed.</summary>
internal sealed record GewogenResponse(
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("0 tot 100.")] int Score,
    [property: Description("Of deze helper aan deze hulpvraag gekoppeld is.")] bool Gekoppeld,
    [property: Description("Waarom wel of niet, als zin voor mensen.")] string Tekst);

/// <summary>How many helpers one obstacle kept away.</summary>
internal sealed record AfvallersResponse(
    [property: Description("Waardoor, zoals de redenen bij een kandidaat.")] string Code, [property: Description("Hoeveel helpers.")] int Aantal);

internal static class ExplainRondeHulpvraag
{
    private const string Facts =
        """
        SELECT uitkomst, kandidaten::text AS kandidaten, obstakels::text AS obstakels FROM ronde_hulpvragen r JOIN matchingrondes m ON m.id = r.ronde_id
        WHERE r.ronde_id = @id AND r.hulpvraag_id = @hulpvraagId AND m.partner_id = @partnerId
        """;

    private const string Given =
        """
        SELECT k.helper_id, k.hulpvraag_id, r.urgentie FROM koppelingen k
        JOIN ronde_hulpvragen r ON r.ronde_id = k.ronde_id AND r.hulpvraag_id = k.hulpvraag_id
        WHERE k.ronde_id = @id AND k.helper_id = ANY (@helpers)
        ORDER BY r.urgentie, k.hulpvraag_id
        """;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingrondes/{id:guid}/hulpvragen/{hulpvraagId:guid}", HandleAsync)
        .WithSummary("Waarom kreeg deze hulpvraag deze uitkomst?")
        .WithDescription("Van elke gewogen kandidaat waarom die wel of niet gekoppeld is; zonder kandidaten waardoor helpers afvielen.")
        .MayFail(MatchingrondeFailures.HulpvraagUnknown);

    private static async Task<Results<Ok<RondeHulpvraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid hulpvraagId, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            Facts, new { id, hulpvraagId, partnerId = caller.PartnerId() }, cancellationToken: cancellationToken)) is not { } row)
        {
            return MatchingrondeFailures.HulpvraagUnknown.ToProblem();
        }

        var weighed = JsonSerializer.Deserialize<IReadOnlyList<Gewogen>>(row.Kandidaten, JsonSerializerOptions.Web)!;
        var given = (await connection.QueryAsync<Elsewhere>(new CommandDefinition(
            Given, new { id, helpers = weighed.Select(kandidaat => kandidaat.HelperId).ToArray() }, cancellationToken: cancellationToken)))
            .ToLookup(koppeling => koppeling.HelperId);
        var obstakels = JsonSerializer.Deserialize<Dictionary<string, int>>(row.Obstakels)!;
        var uitkomst = Words<Rondeuitkomst>.Read(row.Uitkomst);
        return TypedResults.Ok(new RondeHulpvraagResponse(
            hulpvraagId,
            uitkomst,
            TextOf(uitkomst),
            [.. weighed.Select(kandidaat => Explain(kandidaat, hulpvraagId, [.. given[kandidaat.HelperId]]))],
            [.. obstakels.OrderBy(pair => Words<Obstakel>.Read(pair.Key)).Select(pair => new AfvallersResponse(pair.Key, pair.Value))]));
    }

    private static string TextOf(Rondeuitkomst uitkomst) => uitkomst switch
    {
        Rondeuitkomst.Gekoppeld => "Alle plekken hebben een helper.",
        Rondeuitkomst.DeelsGekoppeld => "Een deel van de plekken heeft een helper; voor de rest was er niemand meer.",
        Rondeuitkomst.KandidatenElders => "Er waren kandidaten, maar die waren bij andere hulpvragen harder nodig.",
        _ => "Er was geen enkele helper die past.",
    };

    private static GewogenResponse Explain(Gewogen kandidaat, Guid hulpvraagId, IReadOnlyList<Elsewhere> given)
    {
        var isChosen = given.Any(koppeling => koppeling.HulpvraagId == hulpvraagId);
        var urgenties = given.Where(koppeling => koppeling.HulpvraagId != hulpvraagId).Select(koppeling => koppeling.Urgentie).ToList();
        var text = isChosen ? "Is aan deze hulpvraag gekoppeld."
            : urgenties.Count > 0 ? $"Is gekoppeld aan {(urgenties.Count == 1 ? "een andere hulpvraag" : $"{urgenties.Count} andere hulpvragen")} met urgentie {string.Join(", ", urgenties.Distinct(StringComparer.Ordinal))}."
            : "Was hier niet nodig: de plekken gingen naar wie samen de beste verdeling geeft.";
        return new(kandidaat.HelperId, kandidaat.Score, isChosen, text);
    }

    private sealed record Row
    {
        public required string Uitkomst { get; init; }

        public required string Kandidaten { get; init; }

        public required string Obstakels { get; init; }
    }

    private sealed record Elsewhere
    {
        public required Guid HelperId { get; init; }

        public required Guid HulpvraagId { get; init; }

        public required string Urgentie { get; init; }
    }
}
