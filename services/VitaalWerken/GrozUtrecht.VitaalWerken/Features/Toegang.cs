using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features;

/// <summary>In which capacity a partner deals with a company.</summary>
internal enum Rol
{
    /// <summary>The partner that registered it: the employer's side.</summary>
    Bedrijf,

    /// <summary>Coordinates the network that the company is in, and is not its employer.</summary>
    Coordinator,
}

/// <summary>A company, and in which capacity the caller sees it.</summary>
internal sealed record BedrijfToegang(BedrijfRow Bedrijf, Rol Rol);

/// <summary>Who may see what of a network: one place, so that every capability draws the same line between employer and network.</summary>
internal static class Toegang
{
    public const string CoordinatorScope = "vitaal-werken:coordineren";

    /// <summary>
    /// The company as this caller may see it; null when it is nothing to them. The partner of the company itself is always the employer's side:
    /// it does not become coordinator of its own employees by being appointed.
    /// </summary>
    /// <param name="connection">With the transaction, when the row is to be locked until it ends.</param>
    /// <param name="bedrijfId">The company.</param>
    /// <param name="caller">Partner and scopes.</param>
    /// <param name="isLocked">True to lock the row.</param>
    /// <param name="cancellationToken">Ends the query when nobody waits for it.</param>
    public static async Task<BedrijfToegang?> FindAsync(
        NpgsqlConnection connection, Guid bedrijfId, ClaimsPrincipal caller, bool isLocked, CancellationToken cancellationToken)
    {
        if (await BedrijfStore.FindAnyAsync(connection, bedrijfId, isLocked, cancellationToken) is not { } row)
            return null;
        if (row.PartnerId == caller.PartnerId())
            return new(row, Rol.Bedrijf);
        return await IsCoordinatorAsync(connection, row.Gebied, caller, cancellationToken) ? new(row, Rol.Coordinator) : null;
    }

    /// <summary>Is the caller a coordinator of this area, with the scope for it?</summary>
    public static async Task<bool> IsCoordinatorAsync(
        NpgsqlConnection connection, string gebied, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        caller.HasScope(CoordinatorScope)
        && await CoordinatorStore.IsCoordinatorAsync(connection, gebied, caller.PartnerId(), cancellationToken);
}
