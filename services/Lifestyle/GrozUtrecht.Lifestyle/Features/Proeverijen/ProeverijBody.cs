using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>What a coordinator decides about a proeverij; the same when it is planned and when it is changed.</summary>
public sealed record ProeverijBody(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Naam voor bewoners.")] string Naam,
    [property: Required, RegularExpression("^[1-9][0-9]{3}$"), Description("De vier cijfers van de postcode; die bepaalt het gebied.")] string Postcode,
    [property: Required, StringLength(90, MinimumLength = 1), Description("Naam van de locatie, bijvoorbeeld van het buurthuis.")] string Locatienaam,
    [property: Description("Begin, met tijdzone.")] DateTimeOffset BegintOp,
    [property: Description("Einde op dezelfde dag, met tijdzone.")] DateTimeOffset EindigtOp,
    [property: Range(0, 10_000_000), Description("Wat aanbieders samen mogen kosten, in eurocenten.")] int BudgetCenten)
{
    /// <summary>Why the plan is refused, or null with its area.</summary>
    internal ProblemHttpResult? Refuse(DateTimeOffset now, out Gebied? gebied)
    {
        gebied = Postcode4.TryFind(Postcode, out var place) ? place.Gebied : null;
        if (gebied is null)
            return ActiviteitFailures.PostcodeUnknown.ToProblem();
        return Proeverijplan.Time(BegintOp, EindigtOp, now) is { } fault
            ? ProeverijFailures.Of(fault).ToProblem()
            : FreeText.Refuse(Naam) ?? FreeText.Refuse(Locatienaam);
    }
}
