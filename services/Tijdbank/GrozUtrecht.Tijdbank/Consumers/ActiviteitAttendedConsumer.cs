using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Translates the presence of a volunteer host at an activity to hours. Who takes part for themselves gets none.</summary>
internal sealed class ActiviteitAttendedConsumer(BevestigdeUren bevestigdeUren) : IConsumer<ActiviteitAttended>
{
    public const string Bron = "lifestyle.deelname";

    private const string Gastheer = "gastheer";

    public async Task Consume(ConsumeContext<ActiviteitAttended> context)
    {
        var message = context.Message;
        if (message.Rol != Gastheer || message.GastheerPersoonId is not { } persoonId)
        {
            return;
        }

        var uren = new Urenbijschrijving(
            Bron, message.DeelnameId, persoonId, message.PartnerId, message.DurationMinutes, Urensoortbeleid.Word(Urensoort.Vrijwilligerswerk),
            message.UitgevoerdDatum);
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
