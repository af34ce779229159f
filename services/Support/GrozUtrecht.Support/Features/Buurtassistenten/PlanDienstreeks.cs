using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Somebody is on duty at the same hours every week.</summary>
public sealed record PlanDienstreeksRequest(
    [property: Description("De buurt.")] Guid BuurtId,
    [property: Description("Wie dienst heeft; werkt in deze buurt.")] Guid BuurtassistentId,
    [property: Description("Dag van de eerste dienst.")] DateOnly EersteDatum,
    [property: Description("Nederlandse tijd waarop de dienst begint, bijvoorbeeld 09:00.")]
    [property: RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Een tijd is uren en minuten, zoals 09:00.")]
    string VanTijd,
    [property: Description("Nederlandse tijd waarop de dienst eindigt; vroeger dan het begin is de volgende dag.")]
    [property: RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Een tijd is uren en minuten, zoals 17:30.")]
    string TotTijd,
    [property: Description("Zoveel weken achtereen."), Range(1, Dienst.MaximumWeeks, ErrorMessage = "Een reeks is 1 tot 52 weken.")] int AantalWeken);

/// <summary>The duties of one series.</summary>
internal sealed record DienstreeksResponse([property: Description("De diensten, in volgorde van tijd.")] IReadOnlyList<DienstResponse> Items);

internal static class PlanDienstreeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/dienstreeksen", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Plan een wekelijkse reeks diensten")
        .WithDescription(
            "Elke week op dezelfde Nederlandse tijd, ook als de klok verzet wordt. Alle diensten komen er, of geen. Foutcodes: support.dienst.overlapt (409), "
            + "support.dienst.tijden-ongeldig, support.buurtassistent.ongeldig en support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DienstreeksResponse>, ProblemHttpResult>> HandleAsync(
        PlanDienstreeksRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (from, until) = (ToTime(request.VanTijd), ToTime(request.TotTijd));
        var today = NederlandseTijd.DayOf(now);
        if (Dienst.LengthOf(from, until) > Dienst.Maximum
            || request.EersteDatum < today.AddDays(-Dienst.MaximumAge.Days) || request.EersteDatum > today.AddDays(Dienst.MaximumAhead.Days))
        {
            return DienstFailures.TimesInvalid.ToProblem(DienstFailures.TimesHelp);
        }

        var times = Dienst.Weekly(request.EersteDatum, from, until, request.AantalWeken);
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await DienstFailures.RefuseAsync(
            connection, partnerId, (request.BuurtassistentId, request.BuurtId), times, [], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<DienstRow> diensten =
        [
            .. times.Select(time => new DienstRow
            {
                Id = Guid.CreateVersion7(now),
                BuurtId = request.BuurtId,
                BuurtassistentId = request.BuurtassistentId,
                BegintOp = time.BegintOp,
                EindigtOp = time.EindigtOp,
                Version = 1,
            }),
        ];
        await DienstStore.InsertAsync(connection, partnerId, diensten, now, cancellationToken);
        return TypedResults.Ok(new DienstreeksResponse([.. diensten.Select(dienst => dienst.ToResponse())]));
    }

    private static TimeOnly ToTime(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
