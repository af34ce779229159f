using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary><c>POST /leveranciers</c>: a partner registers who offers something to workplaces.</summary>
internal static class RegisterLeverancier
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/leveranciers", Handle)
        .WithSummary("Leverancier aanmelden")
        .WithDescription("Meldt een ZZP'er, professional, ondernemer, onderwijsinstelling of bewonersinitiatief aan. De coördinator van het gebied beoordeelt.")
        .MayFail(BedrijfFailures.PostcodeUnknown, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<LeverancierAnswer>, ProblemHttpResult>> Handle(
        LeverancierBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse(out var gebied) is { } refused)
            return refused;

        var now = clock.GetUtcNow();
        var row = new LeverancierRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Version = 1,
            Soort = Words.Of(body.Soort),
            Status = Words.Of(LeverancierStatus.Aangemeld),
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            KvkNummer = body.KvkNummer,
            Postcode = body.Postcode,
            Gebied = gebied!.Code,
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        await LeverancierStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", LeverancierAnswer.Of(row, row.PartnerId));
    }
}
