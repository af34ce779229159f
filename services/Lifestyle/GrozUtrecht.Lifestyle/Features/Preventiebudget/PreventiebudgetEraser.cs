using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>
/// Releases what was reserved for a removed person for sessions to come, and erases who the member was. The journal has only the
/// reference, so every total holds.
/// </summary>
internal sealed class PreventiebudgetEraser(UnitOfWork work) : IPersoonEraser
{
    public async Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var toCome = await LidStore.ReservedToComeAsync(connection, persoonId, now, cancellationToken);
        if (toCome.Count > 0)
            await Budgetboeking.ReleaseAsync(work, toCome, Vrijgavereden.Gewist, now, cancellationToken);
        await LidStore.ForgetAsync(connection, persoonId, cancellationToken);
    }
}
