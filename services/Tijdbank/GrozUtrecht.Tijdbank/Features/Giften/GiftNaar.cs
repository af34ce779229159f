using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>Who receives: exactly one of the three.</summary>
public sealed record GiftNaar(
    [property: Description("De rekening van een persoon; uw organisatie ziet haar.")] Guid? RekeningId = null,
    [property: Description("Een organisatie die partner is. Heeft zij nog geen rekening, dan wordt die geopend.")] Guid? PartnerId = null,
    [property: Description("Een wijkpot.")] Guid? WijkpotId = null)
{
    internal bool NamesOne => new[] { RekeningId, PartnerId, WijkpotId }.Count(id => id is not null) == 1;

    /// <summary>The account that receives; null when there is none for this partner.</summary>
    internal async Task<Ontvanger?> FindAsync(NpgsqlConnection connection, Guid callerPartnerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (RekeningId is { } rekeningId)
            return await GiftStore.FindPersoonAsync(connection, rekeningId, callerPartnerId, cancellationToken);
        if (WijkpotId is { } wijkpotId)
            return await GiftStore.FindWijkpotAsync(connection, wijkpotId, cancellationToken);
        if (PartnerId is not { } partnerId || partnerId == Guid.Empty)
            return null;

        var account = await RekeningStore.OpenOrganisatieAsync(connection, partnerId, Eenheid.Minuten, now, cancellationToken);
        return new() { RekeningId = account, Soort = Words.Of(Ontvangersoort.Organisatie), PartnerId = partnerId };
    }
}
