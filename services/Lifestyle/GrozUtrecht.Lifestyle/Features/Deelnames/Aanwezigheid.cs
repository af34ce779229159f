using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>One person at the door: known by code or by id, and for how long when that is not the whole session.</summary>
internal sealed record Incheckverzoek(Guid? DeelnameId, string? Code, int? AanwezigMinuten);

/// <summary>What came of one person at the door. No row: there is nobody with that code or id.</summary>
internal sealed record Incheckuitkomst(Incheckverzoek Verzoek, DeelnameRow? Row, Incheckfout? Fault);

/// <summary>Writes down who was there, in the transaction of whoever asks.</summary>
internal sealed class Aanwezigheid(UnitOfWork work, Inschrijving inschrijving, TimeProvider clock)
{
    /// <summary>Each person by themselves: one who cannot be checked in keeps nobody else out. The session is locked and now is a moment to check in.</summary>
    public async Task<IReadOnlyList<Incheckuitkomst>> CheckInAsync(
        Sessiefeiten sessie, IReadOnlyList<Incheckverzoek> verzoeken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var rows = await DeelnameStore.OfSessieAsync(
            connection, sessie.Id, [.. verzoeken.Select(verzoek => verzoek.DeelnameId).OfType<Guid>()],
            [.. verzoeken.Select(verzoek => verzoek.Code).OfType<string>()], cancellationToken);
        var (byId, byCode) = (rows.ToDictionary(row => row.Id), rows.ToDictionary(row => row.Code, StringComparer.Ordinal));

        var freePlaces = sessie.FreePlaces;
        var outcomes = new List<Incheckuitkomst>();
        var present = new HashSet<Guid>();
        foreach (var verzoek in verzoeken)
        {
            var row = verzoek.DeelnameId is { } id ? byId.GetValueOrDefault(id) : byCode.GetValueOrDefault(verzoek.Code!);
            if (row is null)
            {
                outcomes.Add(new Incheckuitkomst(verzoek, null, null));
                continue;
            }

            var status = present.Contains(row.Id) ? Deelnamestatus.Aanwezig : Words.Read<Deelnamestatus>(row.Status);
            if (Inchecken.Person(status, freePlaces) is { } fault)
            {
                outcomes.Add(new Incheckuitkomst(verzoek, row, fault));
                continue;
            }

            freePlaces -= status == Deelnamestatus.Wachtlijst ? 1 : 0;
            present.Add(row.Id);
            outcomes.Add(new Incheckuitkomst(verzoek, await WriteAsync(connection, sessie, row, verzoek.AanwezigMinuten, now, cancellationToken), null));
        }

        await PayAsync(sessie, [.. rows.Where(row => row.PreventiebudgetId is not null && present.Contains(row.Id))], now, cancellationToken);
        return outcomes;
    }

    // Who had no place until now has nothing reserved yet. Budgets are locked in one order, and somebody whose budget turns out not to pay
    // comes in all the same.
    private async Task PayAsync(Sessiefeiten sessie, IReadOnlyList<DeelnameRow> paid, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (paid.Count == 0)
            return;
        var late = paid.Where(row => Words.Read<Deelnamestatus>(row.Status) is Deelnamestatus.Wachtlijst or Deelnamestatus.Aangeboden);
        foreach (var row in late.OrderBy(row => row.PreventiebudgetId))
            await inschrijving.ReserveAsync(row, sessie, now, cancellationToken);
        await Budgetboeking.SpendAsync(work, [.. paid.Select(row => row.Id)], NederlandseTijd.DayOf(sessie.BegintOp), now, cancellationToken);
    }

    private async Task<DeelnameRow> WriteAsync(
        NpgsqlConnection connection, Sessiefeiten sessie, DeelnameRow row, int? minutes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var present = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(Deelnamestatus.Aanwezig),
            IngechecktOp = now,
            AanwezigMinuten = Inchecken.Minutes(sessie.Stand, minutes),
        };
        await DeelnameStore.UpdateAsync(connection, present, cancellationToken);
        work.Publish(new ActiviteitAttended
        {
            DeelnameId = present.Id,
            Version = present.Version,
            SessieId = present.SessieId,
            ActiviteitId = present.ActiviteitId,
            PartnerId = sessie.EigenaarId,
            Gebied = sessie.Gebied,
            Rol = present.Rol,
            GastheerPersoonId = present.Rol == Words.Of(Deelnamerol.Gastheer) ? present.PersoonId : null,
            DurationMinutes = present.AanwezigMinuten.Value,
            UitgevoerdDatum = NederlandseTijd.DayOf(sessie.BegintOp),
            Proeverij = sessie.Soort == Words.Of(Domain.Sessiesoort.Proeverij),
            OpgetredenOp = now,
        });
        return present;
    }
}
