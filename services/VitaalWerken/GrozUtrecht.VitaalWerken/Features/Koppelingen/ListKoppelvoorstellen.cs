using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>The best proposals for a company.</summary>
public sealed record KoppelvoorstellenAnswer(
    [property: Description("De beste voorstellen, de beste eerst, met ten hoogste twee van een leverancier.")] IReadOnlyList<KoppelvoorstelAnswer> Items,
    [property: Description("Hoeveel aanbod past, ook wat hier niet staat.")] int AantalPassend,
    [property: Description("Hoeveel aanbod in het gebied is gewogen.")] int AantalGewogen,
    [property: Description("De onderwerpen waarnaar is gezocht, het belangrijkste eerst; leeg als elk onderwerp even zwaar telt.")] IReadOnlyList<Onderwerp> Onderwerpen);

/// <summary>One proposal with its reasons.</summary>
public sealed record KoppelvoorstelAnswer(
    [property: Description("Het aanbod.")] Guid AanbodId,
    [property: Description("Hoe de leverancier het aanbod noemt.")] string Titel,
    [property: Description("De leverancier.")] Guid LeverancierId,
    [property: Description("Naam van de leverancier.")] string LeverancierNaam,
    [property: Description("Waarover het gaat.")] Onderwerp Onderwerp,
    [property: Description("Hoe het gegeven wordt.")] Aanbodvorm Vorm,
    [property: Description("Hoe lang een sessie duurt.")] int DuurMinuten,
    [property: Description("Betalen in euro, in natura, of gratis.")] Prijssoort Prijssoort,
    [property: Description("Prijs per sessie zonder btw; alleen bij euro.")] long? PrijsCenten,
    [property: Description("Wat in plaats van geld gevraagd wordt; alleen bij in-natura.")] string? Tegenprestatie,
    [property: Description("0 tot 100.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<KoppelredenAnswer> Waarom)
{
    internal static KoppelvoorstelAnswer Of(Koppelvoorstel voorstel, Koppelwaarom waarom) => new(
        voorstel.Aanbod.Id,
        voorstel.Aanbod.Titel,
        voorstel.Aanbod.Leverancier.Id,
        voorstel.Aanbod.Leverancier.Naam,
        voorstel.Aanbod.Onderwerp,
        voorstel.Aanbod.Vorm,
        voorstel.Aanbod.DuurMinuten,
        voorstel.Aanbod.Prijssoort,
        voorstel.Aanbod.PrijsCenten,
        voorstel.Aanbod.Tegenprestatie,
        voorstel.Punten.Score,
        KoppelredenAnswer.Of(waarom.Explain(voorstel.Aanbod, voorstel.Punten)));
}

/// <summary><c>GET /bedrijven/{id}/koppelvoorstellen</c>: which offers fit a company best, and why.</summary>
internal static class ListKoppelvoorstellen
{
    private const int DefaultCount = 10;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{id:guid}/koppelvoorstellen", Handle)
        .WithSummary("Welk aanbod bij een bedrijf past")
        .WithDescription(
            "Voor het bedrijf zelf en de coördinatoren van zijn netwerk. Wat u niet noemt, komt uit de behoefte van het bedrijf en de wensen in zijn "
            + "bedrijfsscan. Aanbod dat past, het beste eerst, met ten hoogste twee van een "
            + "leverancier en bij elk voorstel waarom. De score is de som van de punten: onderwerp 30, afstand 15, vorm 10, prijs 15, beschikbaarheid 10, "
            + "eerlijke verdeling onder leveranciers 15 en leerplek 5. Afstanden zijn bij benadering.")
        .MayFail(BedrijfFailures.Unknown, KoppelingFailures.WensInvalid, KoppelingFailures.PeriodInvalid);

    private static async Task<Results<Ok<KoppelvoorstellenAnswer>, ProblemHttpResult>> Handle(
        Guid id,
        [AsParameters] KoppelwensenQuery wensen,
        [FromQuery(Name = "limit"), Range(1, 25), Description("Hoeveel voorstellen; 10 als u niets zegt.")] int? limit,
        HttpContext http,
        NpgsqlDataSource database,
        AanbodIndex index,
        TimeProvider clock)
    {
        // The offers are brought up to date while the company is read.
        var reading = index.ReadAsync(http.RequestAborted);
        var (vraag, failure) = await Koppelvragen.ReadAsync(database, id, wensen, http, clock.GetUtcNow());
        var snapshot = await reading;
        if (vraag is null)
            return (failure ?? BedrijfFailures.Unknown).ToProblem();

        var found = Koppelkeuze.Choose(snapshot.InGebied(vraag.Gebied), vraag, limit ?? DefaultCount);
        var waarom = new Koppelwaarom(vraag, new Koppelscore(vraag));
        return TypedResults.Ok(new KoppelvoorstellenAnswer(
            [.. found.Items.Select(voorstel => KoppelvoorstelAnswer.Of(voorstel, waarom))], found.FittingCount, found.WeighedCount, vraag.Onderwerpen));
    }
}
