using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>PUT /deelnemers/{persoonId}</c>: age and area of a person.</summary>
internal static class SaveDeelnemer
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public sealed record Request(
        [property: Description("Bepaalt het maximum per uur; weglaten mag, dan geldt het lagere.")] DateOnly? Geboortedatum = null,
        [property: RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers."),
            Description("Vier cijfers van het woonadres, voor overzichten per gebied.")] string? Postcode = null);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/deelnemers/{persoonId:guid}", HandleAsync)
        .WithSummary("Deelnemer vastleggen")
        .WithDescription(
            "Legt geboortedatum en postcode vast van een persoon wiens rekening uw organisatie beheert. Wat u weglaat, wordt gewist. "
            + $"Foutcodes: {DeelnemerFailures.Unknown.Code} (404), {DeelnemerFailures.GeboortedatumInvalid.Code} en {DeelnemerFailures.PostcodeUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DeelnemerAnswer>, ProblemHttpResult>> HandleAsync(
        Guid persoonId, Request request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (request.Geboortedatum is { } geboren && (geboren < Earliest || geboren > NederlandseTijd.DayOf(now)))
        {
            return DeelnemerFailures.GeboortedatumInvalid.ToProblem();
        }

        if (request.Postcode is not null && !Postcode4.TryFind(request.Postcode, out _))
        {
            return DeelnemerFailures.PostcodeUnknown.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await PersoonToegang.FindManagedAsync(connection, persoonId, http.User.PartnerId(), http.RequestAborted) is null)
        {
            return DeelnemerFailures.Unknown.ToProblem();
        }

        int? postcode = request.Postcode is null ? null : int.Parse(request.Postcode, CultureInfo.InvariantCulture);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into deelnemer (persoon_id, geboortedatum, postcode, gewijzigd_op) values (@persoonId, @Geboortedatum, @postcode, @now)
            on conflict (persoon_id) do update set
              geboortedatum = excluded.geboortedatum, postcode = excluded.postcode, gewijzigd_op = excluded.gewijzigd_op
            """,
            new { persoonId, request.Geboortedatum, postcode, now },
            cancellationToken: http.RequestAborted));
        return TypedResults.Ok(new DeelnemerAnswer(persoonId, request.Geboortedatum, request.Postcode));
    }
}
