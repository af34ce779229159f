using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>Somebody asks for help.</summary>
public sealed record SubmitHulpvraagRequest(
    [property: Description("Wie om hulp vraagt, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Soort hulp.")] Categorie Categorie,
    [property: Description("In eigen woorden, zonder namen, adressen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg waar het om gaat."), StringLength(1000, ErrorMessage = "Een omschrijving is hooguit 1000 tekens.")]
    string Omschrijving,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")] string Postcode,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Hoe lang de hulp naar verwachting duurt."), Range(1, 1440, ErrorMessage = "Een duur is 1 tot 1440 minuten.")] int DuurMinuten,
    [property: Description("Wanneer de hulp begint: hooguit 7 dagen terug en een jaar vooruit.")] DateTimeOffset BegintOp);

internal static class SubmitHulpvraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen", HandleAsync)
        .WithSummary("Dien een hulpvraag in")
        .WithDescription("De hulpvraag staat daarna open. Vraag de kandidaten op om er een helper bij te zoeken.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<HulpvraagResponse>, ProblemHttpResult>> HandleAsync(
        SubmitHulpvraagRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Refuse(request, now) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var hulpvraag = ToRow(request, http.User.PartnerId(), now);
        await HulpvraagStore.InsertAsync(connection, hulpvraag, cancellationToken);
        work.Publish(ToEvent(hulpvraag));
        ETags.Set(http, hulpvraag.Version);
        return TypedResults.Created($"/support/v1/hulpvragen/{hulpvraag.Id}", hulpvraag.ToResponse());
    }

    private static ProblemHttpResult? Refuse(SubmitHulpvraagRequest request, DateTimeOffset now)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        if (!Postcode4.TryFind(request.Postcode, out _))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        return Hulpvraag.CanBegin(request.BegintOp, now)
            ? FreeText.Refuse(request.Omschrijving)
            : HulpvraagFailures.BeginUnlikely.ToProblem("Het begin ligt hooguit 7 dagen terug en een jaar vooruit.");
    }

    private static HulpvraagRow ToRow(SubmitHulpvraagRequest request, Guid partnerId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PartnerId = partnerId,
        PersoonId = request.PersoonId,
        Categorie = Words<Categorie>.Of(request.Categorie),
        Omschrijving = request.Omschrijving,
        Postcode = request.Postcode,
        Urgentie = Words<Urgentie>.Of(request.Urgentie),
        DuurMinuten = request.DuurMinuten,
        BegintOp = request.BegintOp.ToUniversalTime(),
        Status = Words<HulpvraagStatus>.Of(HulpvraagStatus.Open),
        Version = 1,
        AangemaaktOp = now,
    };

    // The words of the asker are not in it, and neither is who asked.
    private static HulpvraagSubmitted ToEvent(HulpvraagRow hulpvraag) => new()
    {
        HulpvraagId = hulpvraag.Id,
        Version = hulpvraag.Version,
        PartnerId = hulpvraag.PartnerId,
        Categorie = hulpvraag.Categorie,
        Urgentie = hulpvraag.Urgentie,
        Postcode = hulpvraag.Postcode,
        DurationMinutes = hulpvraag.DuurMinuten,
        BegintOp = hulpvraag.BegintOp,
        OpgetredenOp = hulpvraag.AangemaaktOp,
    };
}
