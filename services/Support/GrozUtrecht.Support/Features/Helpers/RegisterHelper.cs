using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>Somebody offers help.</summary>
public sealed record RegisterHelperRequest(
    [property: Description("De persoon, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")] string Postcode,
    [property: Description("Soorten hulp die de helper aanbiedt."), Length(1, 7, ErrorMessage = "Noem 1 tot 7 soorten hulp.")]
    IReadOnlyList<Categorie> Categorieen,
    [property: Description("Tot hoever de helper komt, hemelsbreed."), Range(1, 50, ErrorMessage = "Een straal is 1 tot 50 km.")] int StraalKilometers,
    [property: Description("Hoeveel minuten per week de helper hooguit wil helpen."), Range(15, 10_080, ErrorMessage = "Een maximum is 15 tot 10080 minuten.")]
    int? MaximumMinutenPerWeek = null,
    [property: Description("Talen als ISO 639-1, bijvoorbeeld nl of ar."), MaxLength(10, ErrorMessage = "Noem hooguit 10 talen.")]
    IReadOnlyList<string>? Talen = null);

internal static class RegisterHelper
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/helpers", HandleAsync)
        .WithSummary("Meld een helper aan")
        .WithDescription("Een persoon is hooguit een keer helper bij een partner. Geef een postcode in de regio; een postbus telt niet.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<HelperResponse>, ProblemHttpResult>> HandleAsync(
        RegisterHelperRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var helper = new HelperRow
        {
            Id = Guid.CreateVersion7(now),
            PersoonId = request.PersoonId,
            Postcode = request.Postcode,
            Categorieen = [.. request.Categorieen.Distinct().Select(Words<Categorie>.Of)],
            StraalKilometers = request.StraalKilometers,
            MaximumMinutenPerWeek = request.MaximumMinutenPerWeek,
            Talen = [.. (request.Talen ?? []).Distinct(StringComparer.Ordinal)],
            AangemaaktOp = now,
        };
        return await HelperStore.TryInsertAsync(connection, caller.PartnerId(), helper, cancellationToken)
            ? TypedResults.Created($"/support/v1/helpers/{helper.Id}", helper.ToResponse())
            : HelperFailures.Exists.ToProblem();
    }

    private static ProblemHttpResult? Refuse(RegisterHelperRequest request)
    {
        if (request.PersoonId == Guid.Empty)
        {
            return SupportFailures.PersoonInvalid.ToProblem();
        }

        if (!Postcode4.TryFind(request.Postcode, out _))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        return request.Talen is { } talen && !talen.All(IsLanguageCode) ? HelperFailures.TaalInvalid.ToProblem("Gebruik ISO 639-1, bijvoorbeeld nl.") : null;
    }

    private static bool IsLanguageCode(string taal) => taal is { Length: 2 } && taal.All(char.IsAsciiLetterLower);
}
