using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurtassistenten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>Somebody asks a colleague, or another buurt, to take a question over.</summary>
public sealed record AskOverdrachtRequest(
    [property: Description("Waarom, zonder namen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg waarom."), StringLength(500, ErrorMessage = "Een reden is hooguit 500 tekens.")]
    string Reden,
    [property: Description("De collega; noem deze of een buurt.")] Guid? NaarBuurtassistentId = null,
    [property: Description("De andere buurt; noem deze of een collega.")] Guid? NaarBuurtId = null);

internal static class AskOverdracht
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen/{id:guid}/overdrachten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Vraag een collega of een andere buurt een vraag over te nemen")
        .WithDescription(
            "Tot de ander ja zegt blijft de vraag bij wie die heeft. Foutcodes: support.sociale-vraag.onbekend (404), support.sociale-vraag.stap-kan-niet en "
            + "support.overdracht.loopt-al (409), support.overdracht.ongeldig, support.buurt.ongeldig, support.buurtassistent.ongeldig, "
            + "support.buurtassistent.andere-buurt en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Created<OverdrachtResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AskOverdrachtRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Reden) is { } refused)
        {
            return refused;
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var colleague = request.NaarBuurtassistentId is { } to
            ? await BuurtassistentStore.KeepAsync(connection, partnerId, to, cancellationToken)
            : null;
        var (vraag, refusal) = await EigenSocialeVraag.TakeAsync(http, connection, id, Stap.OverdrachtGevraagd);
        if (vraag is null)
        {
            return refusal!;
        }

        if (await RefuseAsync(connection, request, vraag, colleague, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var overdracht = new OverdrachtRow
        {
            Id = Guid.CreateVersion7(now),
            SocialeVraagId = id,
            VanBuurtassistentId = vraag.BuurtassistentId!.Value,
            NaarBuurtassistentId = request.NaarBuurtassistentId,
            NaarBuurtId = request.NaarBuurtId,
            Reden = request.Reden,
            Status = Words<OverdrachtStatus>.Of(OverdrachtStatus.Gevraagd),
            AangemaaktOp = now,
        };
        if (!await OverdrachtStore.TryInsertAsync(connection, partnerId, overdracht, cancellationToken))
        {
            return SocialeVraagFailures.OverdrachtWaiting.ToProblem("Trek die eerst in, of wacht het antwoord af.");
        }

        var saved = await SocialeVraagRows.SaveAsync(connection, vraag, Stap.OverdrachtGevraagd, now, cancellationToken);
        ETags.Set(http, saved.Version);
        return TypedResults.Created($"/support/v1/overdrachten/{overdracht.Id}", overdracht.ToResponse());
    }

    private static async Task<ProblemHttpResult?> RefuseAsync(
        NpgsqlConnection connection, AskOverdrachtRequest request, SocialeVraagRow vraag, BuurtassistentRow? colleague, CancellationToken cancellationToken)
    {
        var namesOne = (request.NaarBuurtassistentId is null) != (request.NaarBuurtId is null);
        var staysWhereItIs = request.NaarBuurtId is { } buurt ? buurt == vraag.BuurtId : request.NaarBuurtassistentId == vraag.BuurtassistentId;
        if (!namesOne || staysWhereItIs)
        {
            return SocialeVraagFailures.OverdrachtInvalid.ToProblem("Noem een collega of een andere buurt, en niet allebei.");
        }

        if (request.NaarBuurtId is { } buurtId)
        {
            return await BuurtStore.FindAsync(connection, vraag.PartnerId, buurtId, cancellationToken) is null ? BuurtFailures.NotYours.ToProblem() : null;
        }

        if (colleague is null)
        {
            return BuurtassistentFailures.NotYours.ToProblem();
        }

        return colleague.WorksIn(vraag.BuurtId) ? null : BuurtassistentFailures.NotInBuurt.ToProblem(BuurtassistentFailures.NotInBuurtHelp);
    }
}
