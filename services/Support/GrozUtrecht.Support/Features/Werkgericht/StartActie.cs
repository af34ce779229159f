using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using GrozUtrecht.Support.Features.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>The network acts on signals.</summary>
public sealed record StartActieRequest(
    [property: Description("De signalen waaruit de actie voortkomt.")]
    [property: MinLength(1, ErrorMessage = "Noem minstens een signaal."), MaxLength(20, ErrorMessage = "Noem hooguit 20 signalen.")]
    IReadOnlyList<Guid> SignaalIds,
    [property: Description("Het netwerklid dat de actie trekt.")] Guid EigenaarId,
    [property: Description("Wat er gaat gebeuren, zonder namen.")]
    [property: Required(ErrorMessage = "Zeg wat er gaat gebeuren."), StringLength(120, ErrorMessage = "Een titel is hooguit 120 tekens.")]
    string Titel,
    [property: Description("Dag waarop de actie klaar moet zijn.")] DateOnly StreefDatum);

internal static class StartActie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtacties", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Zet buurtsignalen om in een actie")
        .WithDescription(
            "De signalen zijn daarna omgezet. Foutcodes: support.buurtsignaal.gesloten (409), support.buurtactie.signaal-ongeldig, "
            + "support.buurtactie.eigenaar-ongeldig en support.tekst.bsn (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<ActieResponse>, ProblemHttpResult>> HandleAsync(
        StartActieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Titel) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        Guid[] ids = [.. request.SignaalIds.Distinct().Order()];
        var signalen = await SignaalStore.LockAsync(connection, partnerId, ids, now, cancellationToken);
        if (signalen.Count < ids.Length)
        {
            return WerkgerichtFailures.SignaalInvalid.ToProblem();
        }

        if (signalen.FirstOrDefault(signaal => !Buurtsignaal.IsOpen(signaal.StatusValue)) is { } closed)
        {
            return SignaalFailures.Closed.ToProblem($"Een van de signalen is {closed.Status}.");
        }

        if (!await NetwerkStore.KeepAsync(connection, partnerId, request.EigenaarId, cancellationToken))
        {
            return WerkgerichtFailures.OwnerInvalid.ToProblem();
        }

        var actie = new ActieRow
        {
            Id = Guid.CreateVersion7(now),
            EigenaarId = request.EigenaarId,
            Titel = request.Titel,
            StreefDatum = request.StreefDatum,
            Status = Words<ActieStatus>.Of(ActieStatus.Open),
            Version = 1,
            AangemaaktOp = now,
            Signalen = ids,
        };
        await ActieStore.InsertAsync(connection, partnerId, actie, cancellationToken);
        foreach (var signaal in signalen.Where(signaal => signaal.StatusValue is not SignaalStatus.Omgezet))
        {
            await SignaalStore.MoveAsync(connection, signaal.Id, SignaalStatus.Omgezet, null, cancellationToken);
        }

        ETags.Set(http, actie.Version);
        return TypedResults.Created($"/support/v1/buurtacties/{actie.Id}", actie.ToResponse());
    }
}
