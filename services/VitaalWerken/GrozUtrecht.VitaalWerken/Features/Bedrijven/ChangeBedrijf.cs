using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary>What may change of a company while it stays the same company in the same network.</summary>
public sealed record BedrijfChange(
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Handelsnaam.")]
    string Naam,
    Sector Sector,
    [property: Description("Werkzame personen: micro tot 10, klein tot 50, middelgroot tot 250, groot vanaf 250.")]
    Grootteklasse Grootteklasse);

/// <summary><c>PUT /bedrijven/{id}</c>: a company is called otherwise, does something else or has grown.</summary>
internal static class ChangeBedrijf
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/bedrijven/{id:guid}", Handle)
        .WithSummary("Bedrijf wijzigen")
        .WithDescription(
            "Naam, sector en grootteklasse. Een ander KvK-nummer of een verhuizing naar een ander gebied is een nieuwe aanmelding. Stuur in If-Match "
            + "de ETag van de versie die u wijzigt.")
        .MayFail(BedrijfFailures.Unknown, BedrijfFailures.Left, RequestFailures.VersionMissing, RequestFailures.VersionOutdated)
        .MayFail(FreeText.HoldsBsn);

    private static async Task<Results<Ok<BedrijfAnswer>, ProblemHttpResult>> Handle(Guid id, BedrijfChange body, HttpContext http, UnitOfWork work)
    {
        if (FreeText.Refuse(body.Naam) is { } refused)
            return refused;
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is not { Bedrijf: var row, Rol: Rol.Bedrijf })
            return BedrijfFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();
        if (Words.Read<BedrijfStatus>(row.Status) == BedrijfStatus.Vertrokken)
            return BedrijfFailures.Left.ToProblem();

        var changed = row with
        {
            Version = row.Version + 1,
            Naam = body.Naam,
            Sector = Words.Of(body.Sector),
            Grootteklasse = Words.Of(body.Grootteklasse),
        };
        await BedrijfStore.UpdateAsync(connection, changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(BedrijfAnswer.Of(changed));
    }
}
