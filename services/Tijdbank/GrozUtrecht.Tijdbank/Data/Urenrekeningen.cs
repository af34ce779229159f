using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Finds the accounts that hours go to, and opens what is not there yet.</summary>
internal sealed class Urenrekeningen
{
    /// <summary>
    /// The account for each of these hours, in the same order: of the person, or the counting account beside it for hours that may not
    /// be spent. The organisation that vouches for them gets to see it.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> OpenAsync(
        NpgsqlConnection connection, IReadOnlyList<Urenbijschrijving> uren, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // In one order, so that two transactions that open access for the same persons cannot wait for each other in a circle.
        var keys = uren.Select(KeyOf).Distinct().OrderBy(key => key.PersoonId).ThenBy(key => key.PartnerId).ToList();
        var accounts = new Dictionary<Key, Guid>();
        foreach (var (key, found) in keys.Zip(await FindVisibleAsync(connection, keys, cancellationToken)))
        {
            // Almost always there is nothing to open; one by one is then cheaper than a statement that could do all.
            accounts[key] = found ?? await OpenAsync(connection, key, now, cancellationToken);
        }

        return [.. uren.Select(item => accounts[KeyOf(item)])];
    }

    private static Key KeyOf(Urenbijschrijving uren) => new(uren.PersoonId, uren.PartnerId, uren.IsBesteedbaar);

    private static async Task<IReadOnlyList<Guid?>> FindVisibleAsync(NpgsqlConnection connection, IReadOnlyList<Key> keys, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid?>(new CommandDefinition(
            """
            select t.rekening_id
            from unnest(@personen, @partners, @besteedbaar) with ordinality as k (persoon_id, partner_id, besteedbaar, volgorde)
            left join grootboek.rekening hoofd on hoofd.persoon_id = k.persoon_id
            left join grootboek.rekening telling on telling.hoort_bij = hoofd.id
            left join rekening_toegang t
              on t.partner_id = k.partner_id and t.rekening_id = case when k.besteedbaar then hoofd.id else telling.id end
            order by k.volgorde
            """,
            new
            {
                personen = keys.Select(key => key.PersoonId).ToArray(),
                partners = keys.Select(key => key.PartnerId).ToArray(),
                besteedbaar = keys.Select(key => key.Besteedbaar).ToArray(),
            },
            cancellationToken: cancellationToken))];

    private static async Task<Guid> OpenAsync(NpgsqlConnection connection, Key key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (main, _) = await RekeningStore.OpenAsync(
            connection, Guid.CreateVersion7(now), key.PersoonId, key.PartnerId, mayView: true, now, cancellationToken);
        return key.Besteedbaar ? main : await RekeningStore.OpenTellingAsync(connection, main, now, cancellationToken);
    }

    private sealed record Key(Guid PersoonId, Guid PartnerId, bool Besteedbaar);
}
