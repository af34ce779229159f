using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>A resident says what matters.</summary>
public sealed record RaiseSignaalRequest(
    [property: Description("Waar het over gaat.")] Thema Thema,
    [property: Description("In eigen woorden, zonder namen, adressen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg wat belangrijk is."), StringLength(1000, ErrorMessage = "Een signaal is hooguit 1000 tekens.")]
    string Tekst,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")] string Postcode,
    [property: Description("Wie het zegt; zonder is het signaal anoniem, en hoort niemand wat er van wordt.")] Guid? PersoonId = null);

internal static class RaiseSignaal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen", HandleAsync)
        .WithSummary("Meld wat er in de buurt belangrijk is")
        .WithDescription(
            "Wie het meldt telt mee in de bijval en hoort later wat ervan werd. Foutcodes: support.postcode.onbekend, support.persoon.ongeldig, "
            + "support.persoon.verwijderd en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        RaiseSignaalRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        if (!Postcode4.TryFind(request.Postcode, out var postcode))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        if (FreeText.Refuse(request.Tekst) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (request.PersoonId is { } who && await PersoonStore.IsRemovedAsync(connection, who, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var signaal = new SignaalRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            BuurtId = await BuurtStore.FindOfPostcodeAsync(connection, partnerId, request.Postcode, cancellationToken),
            Postcode = request.Postcode,
            Thema = Words<Thema>.Of(request.Thema),
            PersoonId = request.PersoonId,
            Tekst = request.Tekst,
            Status = Words<SignaalStatus>.Of(SignaalStatus.Nieuw),
            Version = 1,
            AangemaaktOp = now,
        };
        await SignaalStore.InsertAsync(connection, signaal, cancellationToken);
        if (request.PersoonId is { } asker)
        {
            await BijvalStore.AddAsync(connection, signaal.Id, asker, now, cancellationToken);
            signaal = signaal with { Bijval = 1, RecenteBijval = 1 };
        }

        work.Publish(new BuurtsignaalRaised
        {
            SignaalId = signaal.Id,
            Version = signaal.Version,
            PartnerId = partnerId,
            Thema = signaal.Thema,
            Postcode = signaal.Postcode,
            Gebied = postcode.Gebied?.Code,
            OpgetredenOp = now,
        });
        ETags.Set(http, signaal.Version);
        return TypedResults.Created($"/support/v1/buurtsignalen/{signaal.Id}", signaal.ToResponse());
    }
}
