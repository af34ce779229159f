using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>Tells what a one-time code of one soort invites to; each capability registers its own as a singleton.</summary>
internal interface IUitnodigingsinhoud
{
    /// <summary>The word in <c>uitnodigingscodes.soort</c>.</summary>
    string Soort { get; }

    /// <summary>What the invitation shows; null when it is over.</summary>
    Task<UitnodigingAnswer?> ReadAsync(NpgsqlConnection connection, Guid doelId, DateOnly today, CancellationToken cancellationToken);
}
