using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Helpers;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>What one helper is to one hulpvraag.</summary>
internal enum Kandidaatschap
{
    Kandidaat,
    GeenKandidaat,
    Gevraagd,
}

/// <summary>Why somebody was chosen, or not.</summary>
internal sealed record WaaromResponse(
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("kandidaat, geen-kandidaat of gevraagd.")] Kandidaatschap Uitkomst,
    [property: Description("Het antwoord in een zin.")] string Tekst,
    [property: Description("Plaats onder de kandidaten, vanaf 1; alleen bij een kandidaat.")] int? Rang,
    [property: Description("0 tot 100; bij wie gevraagd is de score van toen.")] int? Score,
    [property: Description("Waaruit de score bestaat; bij wie gevraagd is zoals toen vastgelegd.")] IReadOnlyList<RedenResponse> Redenen,
    [property: Description("Alles wat in de weg staat; leeg bij een kandidaat.")] IReadOnlyList<BelemmeringResponse> Belemmeringen,
    [property: Description("Wanneer elke beurt met deze kandidaat zou beginnen.")] IReadOnlyList<PlanmomentResponse> Beurten,
    [property: Description("Het laatste voorstel aan deze helper, als dat er is.")] Guid? VoorstelId,
    [property: Description("Versie van de matchingregels waarmee gerekend is; 0 is zoals het platform komt.")] long? RegelsVersie);

/// <summary>One thing that stands in the way.</summary>
internal sealed record BelemmeringResponse(
    [property: Description(
        "categorie, hulpvrager, afstand, vaardigheden, taal, vog, auto, omstandigheden, al-gevraagd, eerlijk-deel, gepauzeerd, beschikbaarheid, "
        + "bezet, week-vol of maatje.")]
    string Code,
    [property: Description("Zin voor mensen.")] string Tekst);

internal static class ExplainKandidaat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/kandidaten/{helperId:guid}", HandleAsync)
        .WithSummary("Waarom een helper wel of niet past")
        .WithDescription(
            "Bij een kandidaat de rang en de redenen, bij wie geen kandidaat is alles wat in de weg staat, en bij wie gevraagd is de redenen van "
            + "toen en wat ervan kwam. Foutcodes: support.hulpvraag.onbekend en support.helper.onbekend (404), support.hulpvraag.niet-open (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<WaaromResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid helperId, ClaimsPrincipal caller, NpgsqlDataSource database, HelperIndex index, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await Weging.ReadAsync(database, caller.PartnerId(), id, now, cancellationToken) is not { } weging)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        var helpers = await index.OfAsync(weging.Hulpvraag.PartnerId, cancellationToken);
        if (helpers.Find(helperId) is not { } profiel)
        {
            return HelperFailures.Unknown.ToProblem();
        }

        var voorstel = await FindLastAsync(database, id, helperId, cancellationToken);
        if (voorstel is not null && (weging.Vraag is null || weging.Vraag.AlreadyAsked.Contains(helperId)))
        {
            return TypedResults.Ok(OfVoorstel(voorstel));
        }

        return weging.Vraag is { } vraag
            ? TypedResults.Ok(Weigh(vraag, weging.Regels, profiel, helpers, now) with { VoorstelId = voorstel?.Id })
            : HulpvraagFailures.NotOpen.ToProblem("Deze helper is niet gevraagd, en de hulpvraag zoekt geen helper meer.");
    }

    private static WaaromResponse Weigh(Vraagbeeld vraag, Matchingregels regels, Profiel profiel, HelperSnapshot helpers, DateTimeOffset now)
    {
        var eligibility = new Eligibility(vraag, Plaatsen.Reistijd, regels, now);
        var (obstakel, plan) = eligibility.Check(profiel);
        if (obstakel is not null)
        {
            var belemmeringen = eligibility.Explain(profiel).Select(reden => new BelemmeringResponse(reden.Code, reden.Tekst));
            return new(
                profiel.HelperId, Kandidaatschap.GeenKandidaat, "Deze helper past nu niet bij de hulpvraag.", null, null, [], [.. belemmeringen], [], null, regels.Versie);
        }

        var scoring = new Scoring(vraag, Plaatsen.Reistijd, regels, now);
        var kandidaat = new Kandidaat(profiel, scoring.Score(profiel, plan), plan);
        var rang = 1 + new Ranking(vraag, Plaatsen.Reistijd, regels, now)
            .CountBefore(helpers.WithinReach(vraag, Plaatsen.Reistijd), kandidaat.Positie);
        var shown = KandidaatResponse.Of(kandidaat, vraag, scoring);
        return new(
            profiel.HelperId, Kandidaatschap.Kandidaat, $"Deze helper past, en staat op plaats {rang}.", rang, shown.Score, shown.Redenen, [], shown.Beurten, null, regels.Versie);
    }

    private static WaaromResponse OfVoorstel(VoorstelRow voorstel)
    {
        var response = voorstel.ToResponse();
        return new(
            voorstel.HelperId,
            Kandidaatschap.Gevraagd,
            WhatBecame(voorstel.Status),
            null,
            voorstel.Score,
            response.Redenen,
            [new("al-gevraagd", "Deze helper is al voor deze hulpvraag gevraagd.")],
            [],
            voorstel.Id,
            voorstel.RegelsVersie);
    }

    // The words of the column: a status that is new here must not make an explanation fail.
    private static string WhatBecame(string status) => status switch
    {
        "voorgesteld" => "Deze helper is gevraagd, en heeft nog niet geantwoord.",
        "aanvaard" => "Deze helper is gevraagd, en zei ja.",
        "afgewezen" => "Deze helper is gevraagd, en zei nee.",
        "verlopen" => "Deze helper is gevraagd, en antwoordde niet op tijd.",
        "vervallen" => "Deze helper is gevraagd, maar het voorstel verviel: een ander was eerder, of de hulpvraag is weg.",
        _ => $"Deze helper is gevraagd. Het voorstel is: {status}.",
    };

    private static async Task<VoorstelRow?> FindLastAsync(NpgsqlDataSource database, Guid hulpvraagId, Guid helperId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await VoorstelStore.FindLastAsync(connection, hulpvraagId, helperId, cancellationToken);
    }
}
