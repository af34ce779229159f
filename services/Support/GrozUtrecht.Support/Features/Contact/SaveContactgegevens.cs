using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Contact;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Contact;

/// <summary>How to reach somebody.</summary>
public sealed record SaveContactgegevensRequest(
    [property: Description("Hoe de ander deze persoon noemt."), Required(ErrorMessage = "Geef een naam."), StringLength(100, ErrorMessage = "Een naam is hooguit 100 tekens.")]
    string Naam,
    [property: Description("Telefoonnummer."), RegularExpression(@"^\+?[0-9 ()-]{6,20}$", ErrorMessage = "Een telefoonnummer is 6 tot 20 cijfers.")]
    string? Telefoon = null,
    [property: Description("E-mailadres."), RegularExpression(@"^[^@\s]+@[^@\s]+$", ErrorMessage = "Dit is geen e-mailadres.")]
    [property: StringLength(254, ErrorMessage = "Een e-mailadres is hooguit 254 tekens.")]
    string? Email = null,
    [property: Description("Waar de afspraak is."), StringLength(200, MinimumLength = 1, ErrorMessage = "Een adres is 1 tot 200 tekens.")]
    string? Adres = null);

internal static class SaveContactgegevens
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/personen/{persoonId:guid}/contactgegevens", HandleAsync)
        .RequireScope(ContactFailures.Scope)
        .WithSummary("Leg vast hoe iemand te bereiken is")
        .WithDescription("Vervangt wat er stond. De gegevens staan apart, en zijn alleen te zien met een contactinzage bij een afspraak.")
        .MayFail(ContactFailures.Unreachable, SupportFailures.PersoonRemoved, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid persoonId,
        SaveContactgegevensRequest request,
        ClaimsPrincipal caller,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (request.Telefoon is null && request.Email is null)
        {
            return ContactFailures.Unreachable.ToProblem();
        }

        if ((FreeText.Refuse(request.Naam) ?? FreeText.Refuse(request.Adres ?? "")) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (persoonId == Guid.Empty || await PersoonStore.IsRemovedAsync(connection, persoonId, cancellationToken))
        {
            return SupportFailures.PersoonRemoved.ToProblem();
        }

        var contact = new ContactRow { Naam = request.Naam, Telefoon = request.Telefoon, Email = request.Email, Adres = request.Adres };
        await ContactStore.SaveAsync(connection, caller.PartnerId(), persoonId, contact, clock.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }
}
