using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>An agreement for a student, put forward by one of its two parties.</summary>
public sealed record ProposePraktijkovereenkomstRequest(
    [property: Description("De student, zoals uitgegeven door Identity.")] Guid PersoonId,
    Guid SchoolPartnerId,
    Guid OrganisatiePartnerId,
    PraktijkovereenkomstInhoud Inhoud);

/// <summary><c>POST /praktijkovereenkomsten</c>.</summary>
internal static class ProposePraktijkovereenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/praktijkovereenkomsten", Handle)
        .WithSummary("Praktijkovereenkomst voorstellen")
        .WithDescription(
            "School of organisatie stelt een overeenkomst voor en ondertekent daarmee zelf. Zij geldt zodra de andere partij ondertekent. "
            + $"Foutcodes: {OnderwijsFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<PraktijkovereenkomstAnswer>, ProblemHttpResult>> Handle(
        ProposePraktijkovereenkomstRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var partnerId = http.User.PartnerId();
        var parties = new Overeenkomstpartijen(request.PersoonId, request.SchoolPartnerId, request.OrganisatiePartnerId);
        if ((parties.Check(partnerId) ?? request.Inhoud.Check()) is { } fault)
            return OnderwijsFailures.Of(fault).ToProblem();

        var now = clock.GetUtcNow();
        var agreement = request.Inhoud.PutInto(new()
        {
            Id = Guid.CreateVersion7(now),
            PersoonId = request.PersoonId,
            SchoolPartnerId = request.SchoolPartnerId,
            OrganisatiePartnerId = request.OrganisatiePartnerId,
            Opleiding = "",
            BeginDatum = default,
            EindDatum = default,
            UrenMinuten = 0,
            Werkprocessen = [],
            VoorgesteldDoor = partnerId,
            Versie = 1,
            AangemaaktOp = now,
        });
        await PraktijkovereenkomstStore.InsertAsync(await work.OpenAsync(http.RequestAborted), agreement, http.User.ClientId(), http.RequestAborted);
        ETags.Set(http, agreement.Versie);
        return TypedResults.Created($"{http.Request.Path}/{agreement.Id}", PraktijkovereenkomstAnswer.Of(agreement));
    }
}
