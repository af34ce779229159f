using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>POST /sessies/{id}/aanwezigheden</c>: who is there, one or many at once, at the door or afterwards.</summary>
internal static class CheckIn
{
    private const int MaximumAtOnce = 200;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sessies/{id:guid}/aanwezigheden", Handle)
        .WithSummary("Inchecken")
        .WithDescription(
            "Schrijft bij een sessie van een eigen activiteit op wie er is: op code of op deelname, tot tweehonderd tegelijk, vanaf een uur "
            + $"voor het begin tot {Inchecken.DaysAfterEnd} dagen na het einde. Elke regel krijgt een eigen uitkomst; nog eens inchecken "
            + "verandert niets. Wie op de wachtlijst staat, komt binnen als er plaats is.")
        .MayFail(SessieFailures.Unknown, DeelnameFailures.SessieCancelled, DeelnameFailures.CheckInTooEarly, DeelnameFailures.CheckInTooLate, DeelnameFailures.CodeOrId);

    private static async Task<Results<Ok<IncheckAnswer>, ProblemHttpResult>> Handle(
        Guid id, IncheckRequest request, HttpContext http, UnitOfWork work, Aanwezigheid aanwezigheid, TimeProvider clock)
    {
        if (request.Regels.Any(regel => (regel.Code is null) == (regel.DeelnameId is null)))
            return DeelnameFailures.CodeOrId.ToProblem();

        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await SessiefeitenStore.LockAsync(connection, id, http.RequestAborted) is not { } sessie || sessie.EigenaarId != partnerId)
            return SessieFailures.Unknown.ToProblem();
        if (Inchecken.Moment(sessie.Stand, clock.GetUtcNow()) is { } fault)
            return Of(fault).ToProblem();

        var outcomes = await aanwezigheid.CheckInAsync(
            sessie,
            [.. request.Regels.Select(regel => new Incheckverzoek(regel.DeelnameId, regel.Code is null ? null : Incheckcode.Read(regel.Code), regel.AanwezigMinuten))],
            http.RequestAborted);
        return TypedResults.Ok(new IncheckAnswer([.. outcomes.Select(Answer)]));
    }

    private static Failure Of(Incheckfout fault) => fault switch
    {
        Incheckfout.TooEarly => DeelnameFailures.CheckInTooEarly,
        Incheckfout.TooLate => DeelnameFailures.CheckInTooLate,
        Incheckfout.SessieCancelled => DeelnameFailures.SessieCancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not about the moment."),
    };

    private static IncheckregelAnswer Answer(Incheckuitkomst outcome) => new(outcome.Row?.Id ?? outcome.Verzoek.DeelnameId, outcome switch
    {
        { Row: null } => Incheckresultaat.Onbekend,
        { Fault: null } => Incheckresultaat.Aanwezig,
        { Fault: Incheckfout.AlreadyPresent } => Incheckresultaat.WasAlAanwezig,
        { Fault: Incheckfout.NoPlace } => Incheckresultaat.GeenPlaats,
        _ => Incheckresultaat.NietMeerAangemeld,
    });

    /// <summary>Who is there.</summary>
    public sealed record IncheckRequest(
        [property: Required, MinLength(1), MaxLength(MaximumAtOnce), Description("Eén regel per persoon.")] IReadOnlyList<IncheckregelRequest> Regels);

    /// <summary>One person who is there.</summary>
    public sealed record IncheckregelRequest(
        [property: StringLength(12, MinimumLength = Incheckcode.Length), Description("De code van de deelname; laat weg bij een deelnameId.")] string? Code = null,
        [property: Description("De deelname zelf; laat weg bij een code.")] Guid? DeelnameId = null,
        [property: Range(1, Inchecken.MaximumMinutes), Description("Hoelang deze persoon er was; de hele sessie als u niets zegt.")] int? AanwezigMinuten = null);
}

/// <summary>What came of each line, in the order of the request.</summary>
public sealed record IncheckAnswer(IReadOnlyList<IncheckregelAnswer> Regels);

/// <summary>What came of one line.</summary>
public sealed record IncheckregelAnswer(Guid? DeelnameId, Incheckresultaat Resultaat);

/// <summary>What came of one person at the door.</summary>
public enum Incheckresultaat
{
    Aanwezig,
    WasAlAanwezig,
    GeenPlaats,
    NietMeerAangemeld,
    Onbekend,
}
