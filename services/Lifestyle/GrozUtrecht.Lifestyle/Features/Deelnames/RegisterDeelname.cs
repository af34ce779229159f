using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>POST /sessies/{id}/deelnames</c>: somebody takes part in a session, with an account or without.</summary>
internal static class RegisterDeelname
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sessies/{id:guid}/deelnames", Handle)
        .WithSummary("Aanmelden voor een sessie")
        .WithDescription(
            "Meldt een persoon van Identity aan, of een gast met een naam en één manier om hem te bereiken. Is de sessie vol, dan komt de "
            + "deelname op de wachtlijst als u dat wilt; komt er een plaats vrij, dan wordt die aangeboden (`status` aangeboden, met "
            + "`aangebodenTot`). Er zijn nooit meer deelnemers dan plaatsen. Een gastheer neemt geen plaats in.")
        .MayFail(SessieFailures.Unknown)
        .MayFail(DeelnameFailures.Registration)
        .MayFail(PreventiebudgetFailures.Reserving)
        .MayFail(FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<DeelnameAnswer>, ProblemHttpResult>> Handle(
        Guid id, DeelnameRequest request, HttpContext http, Sessiepoort poort, Inschrijving inschrijving)
    {
        if ((request.PersoonId is null) == (request.Gast is null))
            return DeelnameFailures.PersoonOrGast.ToProblem();
        if (request.Gast is { } gast && (FreeText.Refuse(gast.Naam) ?? FreeText.Refuse(gast.BereikbaarOp)) is { } refused)
            return refused;

        await poort.EnterAsync(id, http.RequestAborted);
        var partnerId = http.User.PartnerId();
        var (row, failure) = await inschrijving.RegisterAsync(
            new Inschrijfverzoek(partnerId, id)
            {
                PersoonId = request.PersoonId,
                Gast = request.Gast,
                Rol = request.Rol ?? Deelnamerol.Deelnemer,
                Kanaal = request.Kanaal ?? Aanmeldkanaal.Web,
                PreventiebudgetId = request.PreventiebudgetId,
                Wachtlijst = request.Wachtlijst ?? false,
            },
            http.RequestAborted);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Created($"/lifestyle/v1/deelnames/{row.Id}", DeelnameAnswer.Of(row, partnerId));
    }
}

/// <summary>Who takes part, and how they asked for it.</summary>
public sealed record DeelnameRequest(
    [property: Description("Persoon van Identity; laat weg bij een gast.")] Guid? PersoonId = null,
    [property: Description("Wie zonder account meedoet; laat weg bij een persoon.")] Gastgegevens? Gast = null,
    [property: Description("deelnemer als u niets zegt. Een gastheer ontvangt de anderen als vrijwilliger; alleen bij een eigen activiteit.")] Deelnamerol? Rol = null,
    [property: Description("Hoe de aanmelding binnenkwam; web als u niets zegt.")] Aanmeldkanaal? Kanaal = null,
    [property: Description("True: een plaats op de wachtlijst is ook goed.")] bool? Wachtlijst = null,
    [property: Description("Preventiebudget waaruit de prijs wordt betaald.")] Guid? PreventiebudgetId = null);

/// <summary>A guest: a name and one way to reach them.</summary>
public sealed record Gastgegevens(
    [property: Required, StringLength(80, MinimumLength = 1), Description("Naam, zoals de gast genoemd wil worden.")]
    string Naam,
    [property: Required, StringLength(254, MinimumLength = 5),
        RegularExpression(@"^(\+?[0-9][0-9 \-]{6,18}[0-9]|[^@\s\u0000-\u001f]+@[^@\s\u0000-\u001f]+\.[^@\s\u0000-\u001f]+)$"),
        Description("Eén telefoonnummer of e-mailadres.")]
    string BereikbaarOp);
