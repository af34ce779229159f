using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Which accounts a partner may exchange with.</summary>
internal static class RuilToegang
{
    /// <summary>Accounts that partner <c>@partnerId</c> manages, as a subquery.</summary>
    public const string Managed = "(select rekening_id from rekening_toegang where partner_id = @partnerId and recht = 'beheer')";

    /// <summary>The account, when this partner manages it and it is one of a person or an organisation that counts minutes.</summary>
    public static async Task<Rekening?> FindAsync(NpgsqlConnection connection, Guid rekeningId, Guid partnerId, CancellationToken cancellationToken) =>
        await RekeningStore.FindAsync(connection, rekeningId, partnerId, cancellationToken) is
        {
            Recht: "beheer", Eenheid: Eenheid.Minuten, Soort: "persoon" or "organisatie",
        } rekening ? rekening : null;
}
