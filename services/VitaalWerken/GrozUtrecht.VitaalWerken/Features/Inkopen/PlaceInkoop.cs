using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>What is ordered, for how much and when.</summary>
public sealed record InkoopBody(
    [property: Description("De leverancier.")] Guid LeverancierId,
    [property: Required, StringLength(1_000, MinimumLength = 1), Description("Wat er wordt besteld, zonder namen van personen.")] string Omschrijving,
    [property: Description("De dag van levering.")] DateOnly Leverdatum,
    [property: Range(1, Inkoopstand.MaximumCenten), Description("Prijs in eurocenten, of anders in minuten.")] long? PrijsCenten = null,
    [property: Range(1, Inkoopstand.MaximumMinuten), Description("Prijs in minuten, of anders in eurocenten.")] int? PrijsMinuten = null);

/// <summary><c>POST /bedrijven/{id}/inkopen</c>.</summary>
internal static class PlaceInkoop
{
    private const int MaximumYears = 2;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{id:guid}/inkopen", Handle)
        .WithSummary("Bestellen bij een leverancier")
        .WithDescription("Een bedrijf bestelt bij een bewonersinitiatief of een andere leverancier uit het netwerk, voor geld of voor uren uit de Tijdbank.")
        .MayFail(
            BedrijfFailures.Unknown, InkoopFailures.NotBuyer, InkoopFailures.LeverancierUnfit, InkoopFailures.OwnLeverancier, InkoopFailures.PriceUnfit,
            InkoopFailures.DayUnfit, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<InkoopAnswer>, ProblemHttpResult>> Handle(
        Guid id, InkoopBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var today = NederlandseTijd.DayOf(now);
        if (FreeText.Refuse(body.Omschrijving) is { } refused)
            return refused;
        if ((body.PrijsCenten is null) == (body.PrijsMinuten is null))
            return InkoopFailures.PriceUnfit.ToProblem();
        if (body.Leverdatum < today || body.Leverdatum > today.AddYears(MaximumYears))
            return InkoopFailures.DayUnfit.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is not { } toegang)
            return BedrijfFailures.Unknown.ToProblem();
        if (toegang.Rol != Rol.Bedrijf)
            return InkoopFailures.NotBuyer.ToProblem();
        if (await LeverancierStore.FindAsync(connection, body.LeverancierId, http.RequestAborted) is not { Status: "actief" } leverancier)
            return InkoopFailures.LeverancierUnfit.ToProblem();
        if (leverancier.PartnerId == toegang.Bedrijf.PartnerId)
            return InkoopFailures.OwnLeverancier.ToProblem();

        var row = RowOf(toegang.Bedrijf, leverancier, body, now);
        await InkoopStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"/vitaal-werken/v1/inkopen/{row.Id}", InkoopAnswer.Of(row));
    }

    private static InkoopRow RowOf(BedrijfRow bedrijf, LeverancierRow leverancier, InkoopBody body, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        BedrijfId = bedrijf.Id,
        KoperPartnerId = bedrijf.PartnerId,
        Gebied = bedrijf.Gebied,
        LeverancierId = leverancier.Id,
        LeverancierPartnerId = leverancier.PartnerId,
        LeverancierSoort = leverancier.Soort,
        Status = Words.Of(InkoopStatus.Besteld),
        Omschrijving = body.Omschrijving,
        PrijsCenten = body.PrijsCenten,
        PrijsMinuten = body.PrijsMinuten,
        Leverdatum = body.Leverdatum,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };
}
