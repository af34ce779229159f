using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>Signals that say the same become one.</summary>
public sealed record MergeSignalenRequest(
    [property: Description("De signalen die in dit signaal verder gaan.")]
    [property: MinLength(1, ErrorMessage = "Noem minstens een signaal."), MaxLength(Buurtsignaal.MaximumMerged, ErrorMessage = "Noem hooguit 20 signalen.")]
    IReadOnlyList<Guid> SignaalIds);

internal static class MergeSignalen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/samenvoeging", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Voeg gelijke buurtsignalen samen")
        .WithDescription(
            "Bijval en acties gaan mee naar dit signaal, en niemand telt dubbel. Foutcodes: support.buurtsignaal.onbekend (404), "
            + "support.buurtsignaal.gesloten (409), support.buurtsignaal.samenvoeging-ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, MergeSignalenRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        Guid[] merged = [.. request.SignaalIds.Distinct()];
        if (merged.Contains(id))
        {
            return SignaalFailures.MergeInvalid.ToProblem("Een signaal gaat niet in zichzelf verder.");
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var locked = await SignaalStore.LockAsync(connection, partnerId, [id, .. merged], now, cancellationToken);
        if (locked.All(signaal => signaal.Id != id))
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        if (locked.Count <= merged.Length)
        {
            return SignaalFailures.MergeInvalid.ToProblem("Een van de signalen is er niet een van uw organisatie.");
        }

        if (locked.FirstOrDefault(signaal => !Buurtsignaal.IsOpen(signaal.StatusValue)) is { } closed)
        {
            return SignaalFailures.Closed.ToProblem($"Een van de signalen is {closed.Status}.");
        }

        await SignaalStore.MergeAsync(connection, id, merged, cancellationToken);
        await SignaalStore.MoveAsync(connection, id, Buurtsignaal.Merge(locked.Select(signaal => signaal.StatusValue)), null, cancellationToken);
        var survivor = (await SignaalStore.FindAsync(connection, partnerId, id, now, cancellationToken))!;
        ETags.Set(http, survivor.Version);
        return TypedResults.Ok(survivor.ToResponse());
    }
}
