using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Contracts;
using MassTransit;

namespace GrozUtrecht.Support.Consumers;

/// <summary>Shows at the appointment that the hours have arrived at the helper's account.</summary>
internal sealed class UrenBijgeschrevenConsumer(UnitOfWork work) : IConsumer<UrenBijgeschreven>
{
    private const string Bron = "support.afspraak";

    public async Task Consume(ConsumeContext<UrenBijgeschreven> context)
    {
        var credited = context.Message;
        if (credited.Bron != Bron)
        {
            return;
        }

        var connection = await work.OpenAsync(context.CancellationToken);
        var updated = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE afspraken
            SET version = version + CASE WHEN bijgeschreven_op IS NULL THEN 1 ELSE 0 END,
              bijgeschreven_minuten = coalesce(bijgeschreven_minuten, @DurationMinutes), bijgeschreven_op = coalesce(bijgeschreven_op, @OpgetredenOp)
            WHERE id = @BronId AND status = 'uitgevoerd'
            """,
            new { credited.BronId, credited.DurationMinutes, credited.OpgetredenOp },
            cancellationToken: context.CancellationToken));
        if (updated == 0)
        {
            // After a restored backup, for example, the Tijdbank may know of it earlier than we do.
            throw new NotYetException("the executed afspraak of these hours");
        }
    }
}
