using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Translates an appointment that took place: the helper gets the minutes on which both sides agreed.</summary>
internal sealed class HulpvraagFulfilledConsumer(BevestigdeUren bevestigdeUren) : IConsumer<HulpvraagFulfilled>
{
    public const string Bron = "support.afspraak";

    public async Task Consume(ConsumeContext<HulpvraagFulfilled> context)
    {
        var message = context.Message;
        var uren = new Urenbijschrijving(
            Bron, message.AfspraakId, message.HelperPersoonId, message.PartnerId, message.DurationMinutes, message.UrenSoort, message.UitgevoerdDatum);
        if (uren.Check() is { } code)
        {
            throw new DomainFailureException(code);
        }

        var outcome = await bevestigdeUren.RecordAsync(uren, context.CancellationToken);

        // A closed account belongs to a person who asked to be forgotten: their late hours are dropped, which is what they asked.
        if (outcome is not (Boekuitkomst.Booked or Boekuitkomst.AccountClosed))
        {
            throw new DomainFailureException("tijdbank.bijschrijving.andere-inhoud");
        }
    }
}
