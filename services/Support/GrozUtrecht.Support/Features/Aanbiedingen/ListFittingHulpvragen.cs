using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

/// <summary>A hulpvraag that an offer could meet.</summary>
internal sealed record FittingHulpvraagResponse(
    [property: Description("De hulpvraag.")] Guid HulpvraagId,
    [property: Description("Soort hulp.")] Categorie Categorie,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Vier cijfers.")] string Postcode,
    [property: Description("Wanneer het binnen de aangeboden tijd kan beginnen.")] DateTimeOffset BegintOp,
    [property: Description("Hoe lang de hulp naar verwachting duurt.")] int DuurMinuten,
    [property: Description("Som van de punten, 0 tot 100.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<RedenResponse> Redenen);

/// <summary>The best fitting ones; the list is not paged because it is an advice, made anew each time.</summary>
internal sealed record FittingHulpvragenResponse(
    [property: Description("De dringendste eerst, daarna de hoogste score.")] IReadOnlyList<FittingHulpvraagResponse> Items);

internal static class ListFittingHulpvragen
{
    private const int MaximumWeighed = 2_000;
    private const int MaximumShown = 25;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanbiedingen/{id:guid}/hulpvragen", HandleAsync)
        .WithSummary("Hulpvragen die bij een aanbieding passen")
        .WithDescription("Hooguit 25: de dringendste eerst, met dezelfde eisen en dezelfde punten als waarmee bij een hulpvraag een helper wordt gezocht.")
        .MayFail(AanbiedingFailures.Unknown);

    private static async Task<Results<Ok<FittingHulpvragenResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (partnerId, now) = (caller.PartnerId(), clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await AanbiedingStore.FindAsync(connection, partnerId, id, cancellationToken) is not { IngetrokkenOp: null } aanbieding
            || await ProfielStore.FindAsync(connection, partnerId, aanbieding.HelperId, now, cancellationToken) is not { } helper)
        {
            return AanbiedingFailures.Unknown.ToProblem();
        }

        // Only the time that was offered counts here, not the rest of the helper's week.
        var offered = new Aanbieding(Minuten.Of(new(aanbieding.Van, aanbieding.Tot)), Bits.Of(aanbieding.Categorieen.Select(Words<Categorie>.Read)));
        var available = helper with { Agenda = helper.Agenda with { Week = [], Uitzonderingen = [], Aanbiedingen = [offered] } };
        var hulpvragen = await OpenVraagStore.ListAsync(connection, partnerId, null, aanbieding.Categorieen, MaximumWeighed, now, cancellationToken);
        var regels = await MatchingregelsStore.AllAsync(connection, partnerId, cancellationToken);
        var fitting = hulpvragen
            .Select(hulpvraag => Weigh(hulpvraag, available, regels.GetValueOrDefault(MatchingregelsStore.GebiedOf(hulpvraag.Row.Postcode), Matchingregels.Default), now))
            .OfType<FittingHulpvraagResponse>()
            .OrderByDescending(hulpvraag => hulpvraag.Urgentie)
            .ThenByDescending(hulpvraag => hulpvraag.Score)
            .ThenBy(hulpvraag => hulpvraag.HulpvraagId)
            .Take(MaximumShown);
        return TypedResults.Ok(new FittingHulpvragenResponse([.. fitting]));
    }

    /// <summary>Null when the helper is no candidate.</summary>
    private static FittingHulpvraagResponse? Weigh(OpenVraag hulpvraag, Profiel helper, Matchingregels regels, DateTimeOffset now)
    {
        var (obstakel, plan) = new Eligibility(hulpvraag.Beeld, Plaatsen.Reistijd, regels, now).Check(helper);
        if (obstakel is not null)
        {
            return null;
        }

        var scoring = new Scoring(hulpvraag.Beeld, Plaatsen.Reistijd, regels, now);
        var punten = scoring.Score(helper, plan);
        return new(
            hulpvraag.Row.Id,
            Words<Categorie>.Read(hulpvraag.Row.Categorie),
            Words<Urgentie>.Read(hulpvraag.Row.Urgentie),
            hulpvraag.Row.Postcode,
            Moment.Of(plan.Momenten[0].Start),
            hulpvraag.Row.DuurMinuten,
            punten.Score,
            RedenResponse.Of(scoring.Explain(helper, plan, punten)));
    }
}
