using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>A resident has a question.</summary>
public sealed record AskSocialeVraagRequest(
    [property: Description("Wie de vraag inbrengt: buurtassistent, professional of partner.")] Bron Bron,
    [property: Description("Hoe de vraag binnenkwam.")] Kanaal Kanaal,
    [property: Description("Waar het om gaat, kort, zonder namen, adressen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg waar het om gaat."), StringLength(1000, ErrorMessage = "Een omschrijving is hooguit 1000 tekens.")]
    string Omschrijving,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")] string Postcode,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Wie het betreft, als dat bekend is.")] Guid? PersoonId = null);

internal static class AskSocialeVraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Breng een sociale vraag in")
        .WithDescription(
            "De vraag komt in de inbox van de buurt van de postcode, of in die van uw organisatie als daar geen buurt is. Foutcodes: "
            + "support.postcode.onbekend, support.persoon.ongeldig, support.persoon.verwijderd, support.sociale-vraag.bron-ongeldig en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        AskSocialeVraagRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (request.PersoonId is { } persoonId && await PersoonStore.IsRemovedAsync(connection, persoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var vraag = new SocialeVraagRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            BuurtId = await BuurtStore.FindOfPostcodeAsync(connection, partnerId, request.Postcode, cancellationToken),
            Postcode = request.Postcode,
            Bron = Words<Bron>.Of(request.Bron),
            Kanaal = Words<Kanaal>.Of(request.Kanaal),
            PersoonId = request.PersoonId,
            Omschrijving = request.Omschrijving,
            Urgentie = Words<Urgentie>.Of(request.Urgentie),
            Status = Words<SocialeVraagStatus>.Of(SocialeVraagStatus.Nieuw),
            Version = 1,
            AangemaaktOp = now,
        };
        await SocialeVraagRows.InsertAsync(connection, vraag, cancellationToken);
        await SocialeVraagStore.AddStapAsync(connection, vraag.Id, Stap.Gesteld, null, now, cancellationToken);
        ETags.Set(http, vraag.Version);
        return TypedResults.Created($"/support/v1/sociale-vragen/{vraag.Id}", vraag.ToResponse(now));
    }

    private static ProblemHttpResult? Refuse(AskSocialeVraagRequest request)
    {
        if (request.Bron is Bron.Hulpvraag)
        {
            return SocialeVraagFailures.BronInvalid.ToProblem("Kies buurtassistent, professional of partner.");
        }

        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        return Postcode4.TryFind(request.Postcode, out _)
            ? FreeText.Refuse(request.Omschrijving)
            : SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
    }
}
