using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>An hours statement with its agreement, for who sees that agreement.</summary>
internal static class VisibleUrenverklaring
{
    public static async Task<(Urenverklaring Verklaring, Praktijkovereenkomst Agreement)?> FindAsync(HttpContext http, NpgsqlConnection connection, Guid id)
    {
        if (await UrenverklaringStore.FindAsync(connection, id, http.RequestAborted) is not { } verklaring)
            return null;
        var agreement = await PraktijkovereenkomstStore.FindAsync(
            connection, verklaring.PraktijkovereenkomstId, http.User.PartnerId(), http.RequestAborted);
        return agreement is null ? null : (verklaring, agreement);
    }
}
