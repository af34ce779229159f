using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>The bank account that an organisation pays from.</summary>
public sealed record BetaalrekeningAnswer(
    string Naam,
    [property: Description("De laatste vier tekens van het IBAN.")] string IbanEinde,
    string? Bic = null);

/// <summary><c>PUT /betaalrekening</c>.</summary>
internal static class SaveBetaalrekening
{
    public sealed record Request(
        [property: Required, StringLength(SepaText.MaximumNameLength, MinimumLength = 1), RegularExpression(SaveBegunstigde.OneLine),
            Description("Naam van de organisatie bij de bank.")] string Naam,
        [property: Required, StringLength(44, MinimumLength = 5), Description("IBAN waarvan wordt betaald.")] string Iban,
        [property: RegularExpression("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$", ErrorMessage = "Een BIC is 8 of 11 hoofdletters en cijfers."),
            Description("BIC van de bank; mag weg.")] string? Bic = null);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/betaalrekening", HandleAsync)
        .RequireScope("tijdbank:kas")
        .WithSummary("Betaalrekening van uw organisatie vastleggen")
        .WithDescription(
            "De bankrekening waarvan uitbetalingen worden gedaan (scope tijdbank:kas). Een batch die al gemaakt is, verandert niet meer. "
            + $"Foutcodes: {DeelnemerFailures.IbanInvalid.Code} en {DeelnemerFailures.NaamInvalid.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<BetaalrekeningAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (SepaText.Of(request.Naam).Length == 0)
        {
            return DeelnemerFailures.NaamInvalid.ToProblem();
        }

        if (!Iban.TryParse(request.Iban, out var iban))
        {
            return DeelnemerFailures.IbanInvalid.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into betaalrekening (partner_id, naam, iban, bic, gewijzigd_op) values (@partnerId, @Naam, @iban, @Bic, @now)
            on conflict (partner_id) do update set
              naam = excluded.naam, iban = excluded.iban, bic = excluded.bic, gewijzigd_op = excluded.gewijzigd_op
            """,
            new { partnerId = http.User.PartnerId(), request.Naam, iban = iban.Value, request.Bic, now = clock.GetUtcNow() },
            cancellationToken: http.RequestAborted));
        return TypedResults.Ok(new BetaalrekeningAnswer(request.Naam, iban.End, request.Bic));
    }
}
