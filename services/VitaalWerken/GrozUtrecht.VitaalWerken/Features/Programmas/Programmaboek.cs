using System.Collections.Immutable;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>A programme as this caller may see it.</summary>
/// <param name="Dossier">The programme itself.</param>
/// <param name="Rol">What the caller is to the company; nothing for somebody who is only a supplier.</param>
/// <param name="Eigen">Suppliers of the caller that have, or had, modules in it.</param>
internal sealed record Programmainzage(Programmadossier Dossier, Rol? Rol, ImmutableHashSet<Guid> Eigen)
{
    public ProgrammaRow Row => Dossier.Row;

    /// <summary>The company and its coordinator see everything; a supplier what was proposed to it, with its own prices.</summary>
    public bool SeesAll => Rol is not null;

    public IEnumerable<VersieRow> Versies => Dossier.Versies.Where(Sees);

    public VersieRow? Find(int versie) => Versies.FirstOrDefault(row => row.Versie == versie);

    /// <summary>May the caller see what this supplier asks?</summary>
    public bool SeesPriceOf(Guid leverancierId) => SeesAll || Eigen.Contains(leverancierId);

    /// <summary>In which capacity the caller acts: for the supplier that it names, or else for the company or as its coordinator.</summary>
    public Partij? As(Guid? leverancierId) => (leverancierId, Rol) switch
    {
        ({ } id, _) => Eigen.Contains(id) ? Partij.Leverancier(id) : null,
        (null, Features.Rol.Bedrijf) => Partij.Bedrijf,
        (null, Features.Rol.Coordinator) => Partij.Coordinator,
        _ => null,
    };

    private bool Sees(VersieRow row) => SeesAll || (row.VoorgesteldOp is not null && Dossier.Leveranciers[row.Versie].Any(Eigen.Contains));
}

/// <summary>Who may see and change which programme: one place for all slices.</summary>
internal static class Programmaboek
{
    /// <summary>The programme, to be read; null when it is nothing to the caller.</summary>
    public static Task<Programmainzage?> FindAsync(NpgsqlConnection connection, Guid id, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        FindAsync(connection, id, caller, isLocked: false, cancellationToken);

    /// <summary>The programme, locked at the version that the caller saw, or the answer that ends the request: one of the two.</summary>
    public static async Task<(Programmainzage? Inzage, ProblemHttpResult? Refusal)> TakeAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing.ToProblem());
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is not { } inzage)
            return (null, ProgrammaFailures.Unknown.ToProblem());
        return inzage.Row.Version == version ? (inzage, null) : (null, RequestFailures.VersionOutdated.ToProblem());
    }

    /// <summary>The programme after a step of the caller, still to be saved, or the answer that ends the request: one of the two.</summary>
    /// <param name="inzage">The programme, locked.</param>
    /// <param name="step">What is to be done.</param>
    /// <param name="leverancierId">The supplier for whom the caller acts; nothing for the company or its coordinator.</param>
    public static (Programmastand? Next, ProblemHttpResult? Refusal) Do(Programmainzage inzage, Programmastap step, Guid? leverancierId = null)
    {
        if (inzage.As(leverancierId) is not { } who)
            return (null, ProgrammaFailures.NotYourPart.ToProblem());
        // A supplier learns nothing of a version that was not proposed to it.
        if (!inzage.SeesAll && step is Programmastap.Antwoord { Versie: var versie } && inzage.Find(versie) is null)
            return (null, ProgrammaFailures.VersionUnknown.ToProblem());
        var (next, refusal) = Programmaloop.Do(inzage.Dossier.Stand, who, step);
        return (next, refusal is { } known ? ProgrammaFailures.Of(known).ToProblem() : null);
    }

    /// <summary>Stores what became of the programme and its versions, as the next version of it, and answers with it.</summary>
    public static async Task<Ok<ProgrammaAnswer>> SaveAsync(
        HttpContext http, UnitOfWork work, Programmainzage inzage, Programmastand next, DateTimeOffset now)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        await VersieStore.SaveAsync(connection, inzage.Row.Id, inzage.Dossier.Stand, next, now, http.RequestAborted);
        var saved = await ProgrammaStore.UpdateAsync(connection, inzage.Row.After(next, now), http.RequestAborted);
        ETags.Set(http, saved.Version);
        return TypedResults.Ok(ProgrammaAnswer.Of(inzage with { Dossier = await VersieStore.ReadAsync(connection, saved, http.RequestAborted) }));
    }

    private static async Task<Programmainzage?> FindAsync(
        NpgsqlConnection connection, Guid id, ClaimsPrincipal caller, bool isLocked, CancellationToken cancellationToken)
    {
        if (await ProgrammaStore.FindAsync(connection, id, isLocked, cancellationToken) is not { } row)
            return null;
        var toegang = await Toegang.FindAsync(connection, row.BedrijfId, caller, isLocked: false, cancellationToken);
        var own = await VersieStore.OwnLeveranciersAsync(connection, id, caller.PartnerId(), cancellationToken);
        if (toegang is null && own.Count == 0)
            return null;
        var inzage = new Programmainzage(await VersieStore.ReadAsync(connection, row, cancellationToken), toegang?.Rol, [.. own]);
        return inzage.Versies.Any() ? inzage : null;
    }
}
