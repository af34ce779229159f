using GrozUtrecht.VitaalWerken.Domain;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>The subjects that a company needs, the most important first.</summary>
internal static class Behoefte
{
    /// <summary>Empty as long as nothing is known of the needs.</summary>
    public static Task<IReadOnlyList<Onderwerp>> RankedAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Onderwerp>>([]);
}
