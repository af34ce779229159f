using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>A place is added to an organisation.</summary>
public sealed record CreateLocatieRequest(
    [property: Description("Een organisatie die u zelf opvoerde; later niet te wijzigen.")] Guid OrganisatieId,
    LocatieInhoud Inhoud);

/// <summary><c>POST /locaties</c>.</summary>
internal static class CreateLocatie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/locaties", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .WithSummary("Voer een locatie op")
        .WithDescription(
            $"Een openbare plek, te zien zodra de organisatie gepubliceerd is. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.OrganisatieForeign.Code} (422), {SupportFailures.PostcodeUnknown.Code} (422), {FreeText.HoldsBsn.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<LocatieAnswer>, ProblemHttpResult>> HandleAsync(
        CreateLocatieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Inhoud.Refuse() is { } refusal)
        {
            return refusal;
        }

        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await OrganisatieStore.LockAsync(connection, partnerId, request.OrganisatieId, http.RequestAborted)
            is not { StatusValue: not Kaartstatus.Beeindigd })
        {
            return KaartFailures.OrganisatieForeign.ToProblem();
        }

        var now = clock.GetUtcNow();
        var row = request.Inhoud.PutInto(new()
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            OrganisatieId = request.OrganisatieId,
            Naam = "",
            Adres = "",
            Postcode = "",
            Toegankelijkheid = [],
            Status = Words<Kaartstatus>.Of(Kaartstatus.Gepubliceerd),
            Version = 1,
            AangemaaktOp = now,
            GewijzigdOp = now,
        });
        await LocatieStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", LocatieAnswer.Of(row, partnerId));
    }
}
