using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Data.Bijdragen;
using GrozUtrecht.Tijdbank.Domain.Bijdragen;
using GrozUtrecht.VitaalWerken.Contracts;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Books hours and products that a company contributes to a fund. What goes elsewhere is not for the Tijdbank.</summary>
internal sealed class BijdrageDeliveredConsumer(Bijdrageboeking boeking) : IConsumer<BijdrageDelivered>
{
    public async Task Consume(ConsumeContext<BijdrageDelivered> context)
    {
        var message = context.Message;
        if (message.WijkpotId is not { } wijkpotId)
            return;

        await boeking.DeliverAsync(
            Row(message.BijdrageId, message.Version, message.BedrijfId, message.Gebied, message.Soort, wijkpotId, message.OntvangerPartnerId, message.DurationMinutes),
            context.CancellationToken);
    }

    /// <summary>The row as a message tells it; a message that cannot be true goes to the error queue.</summary>
    public static BijdrageRow Row(
        Guid bijdrageId, long version, Guid bedrijfId, string gebied, string soort, Guid wijkpotId, Guid ontvangerPartnerId, int? durationMinutes) => new()
    {
        BijdrageId = bijdrageId,
        Versie = version > 0 ? version : throw new DomainFailureException("tijdbank.bijdrage.versie-ongeldig"),
        Status = Words.Of(BijdrageStatus.Nieuw),
        BedrijfId = bedrijfId,
        Gebied = gebied is { Length: > 0 and <= 60 } ? gebied : throw new DomainFailureException("tijdbank.bijdrage.gebied-ongeldig"),
        Soort = soort is "uren" or "producten" ? soort : throw new DomainFailureException("tijdbank.bijdrage.soort-ongeldig"),
        WijkpotId = wijkpotId,
        OntvangerPartnerId = ontvangerPartnerId,
        DuurMinuten = durationMinutes is { } minutes and >= 1 and <= Bijdrageloop.MaximumMinutes
            ? minutes
            : throw new DomainFailureException("tijdbank.bijdrage.duur-ongeldig"),
    };
}
