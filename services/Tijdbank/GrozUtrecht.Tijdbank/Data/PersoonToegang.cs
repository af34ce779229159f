using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>For whom a partner may act.</summary>
internal static class PersoonToegang
{
    private const string Beheer = "beheer";

    /// <summary>The account of this person, if this partner manages it; null when it does not, and when the person is gone.</summary>
    public static async Task<Rekening?> FindManagedAsync(NpgsqlConnection connection, Guid persoonId, Guid partnerId, CancellationToken cancellationToken)
    {
        var rekeningen = await RekeningStore.ListAsync(connection, partnerId, persoonId, after: Guid.Empty, count: 10, cancellationToken);
        return rekeningen.FirstOrDefault(rekening => rekening.Recht == Beheer);
    }
}
