using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Data.Bijdragen;
using GrozUtrecht.Tijdbank.Domain.Bijdragen;
using GrozUtrecht.VitaalWerken.Contracts;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Pays an order of a company in hours, once.</summary>
internal sealed class InkoopAfrekeningGevraagdConsumer(Verrekening verrekening) : IConsumer<InkoopAfrekeningGevraagd>
{
    public const string Bron = "vitaal-werken.inkoop";

    public async Task Consume(ConsumeContext<InkoopAfrekeningGevraagd> context)
    {
        var message = context.Message;
        var verzoek = new Verrekenverzoek(
            Bron, message.InkoopId, message.Version, message.VanRekeningId, message.NaarRekeningId, message.DurationMinutes, message.PartnerId,
            message.LeverancierPartnerId);
        if (verzoek.DurationMinutes is < 1 or > Bijdrageloop.MaximumMinutes || verzoek.ToOpdracht().Check() is not null)
            throw new DomainFailureException("tijdbank.verrekening.ongeldig");

        await verrekening.AnswerAsync(verzoek, context.CancellationToken);
    }
}
