using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>POST /organisaties</c>.</summary>
internal static class CreateOrganisatie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/organisaties", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .WithSummary("Voer een organisatie op")
        .WithDescription(
            $"Als concept: alleen u ziet haar tot u publiceert. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {FreeText.HoldsBsn.Code} (422), {FreeText.Unreadable.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<OrganisatieAnswer>, ProblemHttpResult>> HandleAsync(
        OrganisatieInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (Vorm.Refuse(request.Naam, request.Omschrijving, request.OnderhoudenDoor) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var row = request.PutInto(new()
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Naam = "",
            Omschrijving = "",
            VerificatieMaanden = 0,
            Status = Words<Kaartstatus>.Of(Kaartstatus.Concept),
            Version = 1,
            AangemaaktOp = now,
            GewijzigdOp = now,
        });
        await OrganisatieStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", OrganisatieAnswer.Of(row, row.PartnerId));
    }
}
