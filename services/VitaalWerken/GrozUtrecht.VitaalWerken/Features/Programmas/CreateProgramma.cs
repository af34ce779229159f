using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What the programme is for, and when.</summary>
public sealed record ProgrammaRequest(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Naam van het programma.")] string Naam,
    [property: Required, StringLength(2000, MinimumLength = 1), Description("Wat het bedrijf wil bereiken. Noem geen personen.")] string Doel,
    [property: Description("Eerste dag.")] DateOnly BeginDatum,
    [property: Description("Laatste dag.")] DateOnly EindDatum);

/// <summary><c>POST /bedrijven/{id}/programmas</c>: a programme with an empty first version to write in.</summary>
internal static class CreateProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{id:guid}/programmas", Handle)
        .WithSummary("Programma maken")
        .WithDescription("Door het bedrijf of de coördinator van zijn netwerk. Versie 1 is een leeg concept; vul dat en stel het daarna voor.")
        .MayFail(BedrijfFailures.Unknown, ProgrammaFailures.NotALid, PlanFailures.PeriodInvalid, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<ProgrammaAnswer>, ProblemHttpResult>> Handle(
        Guid id, ProgrammaRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (FreeText.Refuse(request.Naam, request.Doel) is { } refused)
            return refused;
        if (!Programmaplan.IsPeriod(request.BeginDatum, request.EindDatum))
            return PlanFailures.PeriodInvalid.ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is not { Bedrijf: var bedrijf })
            return BedrijfFailures.Unknown.ToProblem();
        if (bedrijf.Status != Words.Of(BedrijfStatus.Lid))
            return ProgrammaFailures.NotALid.ToProblem();

        var now = clock.GetUtcNow();
        var row = new ProgrammaRow
        {
            Id = Guid.CreateVersion7(now),
            BedrijfId = id,
            PartnerId = bedrijf.PartnerId,
            Gebied = bedrijf.Gebied,
            Version = 1,
            Status = Words.Of(Programmastand.Nieuw.Status),
            Naam = request.Naam,
            Doel = request.Doel,
            BeginDatum = request.BeginDatum,
            EindDatum = request.EindDatum,
            AangemaaktOp = now,
        };
        await ProgrammaStore.InsertAsync(connection, row, http.RequestAborted);
        await VersieStore.InsertAsync(connection, row.Id, 1, row.BeginDatum, row.EindDatum, now, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"/vitaal-werken/v1/programmas/{row.Id}", ProgrammaAnswer.Of(row));
    }
}
