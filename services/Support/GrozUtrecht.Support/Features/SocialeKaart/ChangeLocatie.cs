using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary><c>PUT /locaties/{id}</c>.</summary>
internal static class ChangeLocatie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/locaties/{id:guid}", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .ChangesAnEntry()
        .WithSummary("Wijzig een locatie")
        .WithDescription(
            $"Vervangt de inhoud, voor elke voorziening op deze plek. Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.LocatieUnknown.Code} (404), {KaartFailures.LocatieEnded.Code} (409), {SupportFailures.PostcodeUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<LocatieAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, LocatieInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
        {
            return refusal;
        }

        var (row, failure) = await OwnLocatie.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await OwnLocatie.SaveAsync(http, work, request.PutInto(row), clock.GetUtcNow()));
    }
}

/// <summary><c>POST /locaties/{id}/beeindiging</c>.</summary>
internal static class EndLocatie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/locaties/{id:guid}/beeindiging", HandleAsync)
        .RequireScope(SocialeKaartSetup.Scope)
        .ChangesAnEntry()
        .WithSummary("Beëindig een locatie")
        .WithDescription(
            $"Voorgoed; alleen als er geen voorziening meer is. Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
            + $"Foutcodes: {KaartFailures.LocatieUnknown.Code} (404), {KaartFailures.LocatieEnded.Code} (409), {KaartFailures.LocatieInUse.Code} (409).");

    private static async Task<Results<Ok<LocatieAnswer>, ProblemHttpResult>> HandleAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnLocatie.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        if (await LocatieStore.IsUsedAsync(await work.OpenAsync(http.RequestAborted), id, http.RequestAborted))
        {
            return KaartFailures.LocatieInUse.ToProblem();
        }

        return TypedResults.Ok(await OwnLocatie.SaveAsync(http, work, row with { Status = Words<Kaartstatus>.Of(Kaartstatus.Beeindigd) }, clock.GetUtcNow()));
    }
}

/// <summary>The place that a caller is about to change: its own, locked, in use, and at the version that it has seen.</summary>
internal static class OwnLocatie
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(LocatieRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await LocatieStore.LockAsync(connection, http.User.PartnerId(), id, http.RequestAborted) is not { } row)
            return (null, KaartFailures.LocatieUnknown);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.IsEnded ? (null, KaartFailures.LocatieEnded) : (row, null);
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<LocatieAnswer> SaveAsync(HttpContext http, UnitOfWork work, LocatieRow changed, DateTimeOffset now)
    {
        var next = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await LocatieStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return LocatieAnswer.Of(next, next.PartnerId);
    }
}
