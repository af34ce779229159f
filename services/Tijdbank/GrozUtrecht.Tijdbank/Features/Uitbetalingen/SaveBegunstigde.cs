using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>PUT /begunstigden/{persoonId}</c>: name and bank account of a payee, stored sealed.</summary>
internal static class SaveBegunstigde
{
    public sealed record Request(
        [property: Required, StringLength(SepaText.MaximumNameLength, MinimumLength = 1), RegularExpression(OneLine),
            Description("Naam zoals de bank haar kent.")] string Naam,
        [property: Required, StringLength(44, MinimumLength = 5), Description("IBAN uit een SEPA-land, met of zonder spaties.")] string Iban);

    internal const string OneLine = @"^[^\u0000-\u001f\u007f-\u009f]*$";

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/begunstigden/{persoonId:guid}", HandleAsync)
        .WithSummary("Bankrekening van een persoon vastleggen")
        .WithDescription(
            "Legt vast op welke rekening iemand wordt uitbetaald. Naam en IBAN worden versleuteld bewaard; een antwoord toont alleen de laatste vier "
            + "tekens van het IBAN. Een uitbetaling die al was goedgekeurd, wacht na een wijziging opnieuw op goedkeuring; een batch die al gemaakt is, "
            + "verandert niet meer. "
            + $"Foutcodes: {DeelnemerFailures.Unknown.Code} (404), {DeelnemerFailures.IbanInvalid.Code} en {DeelnemerFailures.NaamInvalid.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<BegunstigdeAnswer>, ProblemHttpResult>> HandleAsync(
        Guid persoonId, Request request, HttpContext http, UnitOfWork work, BegunstigdeStore store, TimeProvider clock)
    {
        if (SepaText.Of(request.Naam).Length == 0 || Burgerservicenummer.IsIn(request.Naam))
        {
            return DeelnemerFailures.NaamInvalid.ToProblem();
        }

        if (!Iban.TryParse(request.Iban, out var iban))
        {
            return DeelnemerFailures.IbanInvalid.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await PersoonToegang.FindManagedAsync(connection, persoonId, http.User.PartnerId(), http.RequestAborted) is null)
        {
            return DeelnemerFailures.Unknown.ToProblem();
        }

        await store.SaveAsync(connection, new(persoonId, request.Naam, iban), http.User.ClientId(), clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.Ok(new BegunstigdeAnswer(persoonId, iban.End));
    }
}
