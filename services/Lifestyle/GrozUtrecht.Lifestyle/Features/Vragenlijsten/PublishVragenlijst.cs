using System.Text.Json;
using System.Text.RegularExpressions;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Vragenlijsten;

/// <summary><c>PUT /vragenlijsten/{code}/versies/{versie}</c>: the programme loads a questionnaire, with its source and licence.</summary>
internal static partial class PublishVragenlijst
{
    private const int MaximumCodeLength = 40;

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/vragenlijsten/{code}/versies/{versie:int}", Handle)
        .RequireScope(VragenlijstFailures.Scope)
        .WithSummary("Vragenlijst laden")
        .WithDescription(
            "Publiceert de volgende versie van een vragenlijst. Een gepubliceerde versie verandert nooit; dezelfde inhoud nog eens sturen mag. Van who-5 en veerkracht "
            + "laadt het programma de officiële teksten; hun scoring ligt vast.")
        .MayFail(VragenlijstFailures.Content)
        .MayFail(VragenlijstFailures.CodeInvalid, VragenlijstFailures.VersionTaken);

    private static async Task<Results<Created<VragenlijstAnswer>, Ok<VragenlijstAnswer>, ProblemHttpResult>> Handle(
        string code, int versie, VragenlijstBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (code.Length > MaximumCodeLength || !Code().IsMatch(code))
            return VragenlijstFailures.CodeInvalid.ToProblem();
        if (VragenlijstRules.Check(code, body.Inhoud.ToDomain()) is { } refusal)
            return VragenlijstFailures.Of(refusal).ToProblem();

        var row = new VragenlijstRow
        {
            Code = code,
            Versie = versie,
            Titel = body.Titel,
            Bron = body.Bron,
            Licentie = body.Licentie,
            Inhoud = JsonSerializer.Serialize(body.Inhoud, VragenlijstStore.Json),
            GepubliceerdOp = clock.GetUtcNow(),
        };
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await VragenlijstStore.TryPublishAsync(connection, row, http.RequestAborted))
            return TypedResults.Created(http.Request.Path, VragenlijstAnswer.Of(row));
        if (!await VragenlijstStore.IsSameAsync(connection, row, http.RequestAborted))
            return VragenlijstFailures.VersionTaken.ToProblem();
        var published = await VragenlijstStore.FindAsync(connection, code, versie, http.RequestAborted);
        return TypedResults.Ok(VragenlijstAnswer.Of(published!));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
