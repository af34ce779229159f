using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>An organisation offers something.</summary>
public sealed record CreateVoorzieningRequest(
    [property: Description("Een organisatie die u zelf opvoerde; later niet te wijzigen.")] Guid OrganisatieId,
    VoorzieningInhoud Inhoud);

/// <summary><c>POST /voorzieningen</c>.</summary>
internal static class CreateVoorziening
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorzieningen", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .WithSummary("Voer een voorziening op")
        .WithDescription(
            $"Als concept: alleen u ziet haar tot u publiceert. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.OrganisatieForeign.Code} (422), {VoorzieningInhoud.Codes}.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<VoorzieningAnswer>, ProblemHttpResult>> HandleAsync(
        CreateVoorzieningRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Inhoud.Refuse() is { } refusal)
        {
            return refusal;
        }

        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await OrganisatieStore.LockAsync(connection, partnerId, request.OrganisatieId, http.RequestAborted)
            is not { StatusValue: not Kaartstatus.Beeindigd } organisatie)
        {
            return KaartFailures.OrganisatieForeign.ToProblem();
        }

        if (await OwnVoorziening.RefuseLinksAsync(connection, partnerId, request.Inhoud, http.RequestAborted) is { } failure)
        {
            return failure.ToProblem();
        }

        var now = clock.GetUtcNow();
        var row = request.Inhoud.PutInto(Empty(organisatie, now));
        await VoorzieningStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", VoorzieningAnswer.Of(row, partnerId, now));
    }

    private static VoorzieningRow Empty(OrganisatieRow organisatie, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PartnerId = organisatie.PartnerId,
        OrganisatieId = organisatie.Id,
        OrganisatieNaam = organisatie.Naam,
        Naam = "",
        Omschrijving = "",
        Kosten = "",
        Aanmelding = "",
        Talen = [],
        Werkgebied = [],
        Openingstijden = "[]",
        AfwijkendeTijden = "[]",
        VerificatieMaanden = 0,
        Status = Words<Kaartstatus>.Of(Kaartstatus.Concept),
        Version = 1,
        AangemaaktOp = now,
        GewijzigdOp = now,
        Categorieen = [],
        LocatieIds = [],
    };
}
