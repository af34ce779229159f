using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>How a scan is opened.</summary>
public sealed record ScanBody(
    [property: Description("De laatste dag waarop antwoorden tellen, binnen 90 dagen.")] DateOnly SluitDatum,
    [property: Range(Scanuitslag.Fewest, Scanregels.MostCodes), Description("Hoeveel codes er hoogstens komen; met minder dan vijftien is er niets te zien.")]
    int CodesMaximum,
    [property: MaxLength(Scanregels.MostGroups), Description("Groepen waarvan ieder er een kiest, zoals locaties of teams; of geen.")]
    IReadOnlyList<string>? Groepen = null);

/// <summary><c>POST /bedrijven/{bedrijfId}/medewerkersscans</c>: a coordinator opens a scan for the employees of a company.</summary>
internal static class OpenMedewerkersscan
{
    private const int MaximumGroupLength = 60;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{bedrijfId:guid}/medewerkersscans", Handle)
        .WithSummary("Medewerkersscan openen")
        .WithDescription(
            "Door een coördinator van het netwerk. Een bedrijf heeft er een tegelijk open, met ten minste een half jaar ertussen. De scan sluit vanzelf na de laatste dag.")
        .MayFail(
            BedrijfFailures.Unknown, BehoefteFailures.CoordinatorOnly, BehoefteFailures.BedrijfLeft, BehoefteFailures.StillOpen, BehoefteFailures.TooSoon,
            BehoefteFailures.CloseDay, BehoefteFailures.GroupsNotDisjoint, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<ScanAnswer>, ProblemHttpResult>> Handle(
        Guid bedrijfId, ScanBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (Refuse(body, NederlandseTijd.DayOf(now)) is { } refused)
            return refused;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: true, http.RequestAborted) is not { } toegang)
            return BedrijfFailures.Unknown.ToProblem();
        if (toegang.Rol != Rol.Coordinator)
            return BehoefteFailures.CoordinatorOnly.ToProblem();
        if (toegang.Bedrijf.Status == Words.Of(BedrijfStatus.Vertrokken))
            return BehoefteFailures.BedrijfLeft.ToProblem();
        if (await ScanStore.LastClosedAsync(connection, bedrijfId, http.RequestAborted) is { } last && now < last.AddDays(Scanregels.DaysBetween))
            return BehoefteFailures.TooSoon.ToProblem();

        var row = new ScanRow
        {
            Id = Guid.CreateVersion7(now),
            BedrijfId = bedrijfId,
            Status = Words.Of(ScanStatus.Open),
            SluitDatum = body.SluitDatum,
            Groepen = [.. (body.Groepen ?? []).Select(groep => groep.Trim())],
            CodesMaximum = body.CodesMaximum,
            CodesUitgegeven = 0,
            GeopendOp = now,
        };
        return await ScanStore.TryInsertAsync(connection, row, http.RequestAborted)
            ? TypedResults.Created($"{http.Request.Path}/{row.Id}", ScanAnswer.Of(row, toegang.Rol))
            : BehoefteFailures.StillOpen.ToProblem();
    }

    private static ProblemHttpResult? Refuse(ScanBody body, DateOnly today)
    {
        var groepen = body.Groepen ?? [];
        if (groepen.Any(groep => groep.Trim().Length is 0 or > MaximumGroupLength))
            return BehoefteFailures.GroupsNotDisjoint.ToProblem($"De naam van een groep heeft 1 tot {MaximumGroupLength} tekens.");
        return Scanregels.Judge(body.SluitDatum, groepen, today) switch
        {
            Scanfout.Sluitdatum => BehoefteFailures.CloseDay.ToProblem(),
            Scanfout.Groepen => BehoefteFailures.GroupsNotDisjoint.ToProblem(),
            _ => FreeText.Refuse([.. groepen]),
        };
    }
}
