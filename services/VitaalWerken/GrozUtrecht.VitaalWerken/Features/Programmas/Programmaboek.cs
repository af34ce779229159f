using System.Collections.Immutable;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Programmas;
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

    private bool Sees(VersieRow row) => SeesAll || (row.VoorgesteldOp is not null && Dossier.Leveranciers[row.Versie].Any(Eigen.Contains));
}

/// <summary>Who may see and change which programme: one place for all slices.</summary>
internal static class Programmaboek
{
    /// <summary>The programme, to be read; null when it is nothing to the caller.</summary>
    public static Task<Programmainzage?> FindAsync(NpgsqlConnection connection, Guid id, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        FindAsync(connection, id, caller, isLocked: false, cancellationToken);

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
