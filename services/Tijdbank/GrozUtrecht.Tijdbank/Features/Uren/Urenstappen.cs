using System.Security.Claims;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>A step that a partner wants to take.</summary>
internal sealed record Stapverzoek(Urenstap Stap, int Minuten = 0, string? Tekst = null);

/// <summary>What became of it for one registration: the row after it, or why not.</summary>
internal sealed record Stapantwoord(Guid Id, Urenregistratie? Row, Failure? Failure);

/// <summary>
/// Takes a step with one or with many registrations: locks them, lets the rules decide, credits what became confirmed with one call of
/// the ledger, and writes it down. Whatever is refused for one leaves the others alone.
/// </summary>
internal sealed class Urenstappen(UnitOfWork work, Bijschrijvingen bijschrijvingen, Terugboekingen terugboekingen, TimeProvider clock)
{
    public const string MediatorScope = "tijdbank:bemiddelen";

    public async Task<Stapantwoord> TakeAsync(ClaimsPrincipal caller, Guid id, Stapverzoek verzoek, CancellationToken cancellationToken) =>
        (await TakeAsync(caller, [id], verzoek, cancellationToken))[0];

    public async Task<IReadOnlyList<Stapantwoord>> TakeAsync(
        ClaimsPrincipal caller, IReadOnlyList<Guid> ids, Stapverzoek verzoek, CancellationToken cancellationToken)
    {
        if (verzoek.Tekst is { } tekst && Burgerservicenummer.IsIn(tekst))
        {
            return [.. ids.Select(id => new Stapantwoord(id, null, UrenFailures.TextHoldsBsn))];
        }

        var now = clock.GetUtcNow();
        var mediator = verzoek.Stap is Urenstap.Toekennen or Urenstap.Afwijzen && caller.HasScope(MediatorScope);
        var connection = await work.OpenAsync(cancellationToken);
        var rows = await UrenregistratieStore.LockAsync(connection, [.. ids.Distinct()], caller.PartnerId(), mediator, cancellationToken);

        var answers = new Dictionary<Guid, Stapantwoord>();
        foreach (var id in ids.Distinct())
        {
            answers[id] = rows.TryGetValue(id, out var row)
                ? await DecideAsync(connection, row, caller, mediator, verzoek, now, cancellationToken)
                : new(id, null, UrenFailures.Unknown);
        }

        if (verzoek.Stap == Urenstap.Terugboeken)
        {
            await TakeBackAsync(answers, cancellationToken);
        }
        else
        {
            await CreditAsync(answers, cancellationToken);
        }

        await WriteAsync(connection, answers, caller, verzoek, now, cancellationToken);
        return [.. ids.Select(id => answers[id])];
    }

    private static async Task<Stapantwoord> DecideAsync(
        NpgsqlConnection connection,
        Urenregistratie row,
        ClaimsPrincipal caller,
        bool mediator,
        Stapverzoek verzoek,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var by = new Stapzetter(caller.ClientId(), row.IsWerker, row.IsOntvanger, mediator);
        var (next, fault) = row.Stand.Take(verzoek.Stap, by, verzoek.Minuten);
        if (fault is { } reason)
        {
            return new(row.Id, null, UrenFailures.Of(reason));
        }

        var after = row.After(next!, now);
        if (after.DuurMinuten > row.DuurMinuten && await CheckDayAsync(connection, after, cancellationToken) is { } tooMuch)
        {
            return new(row.Id, null, UrenFailures.Of(tooMuch));
        }

        return new(row.Id, after, null);
    }

    // More minutes than were reported must fit in the day too.
    private static async Task<Werktijdfout?> CheckDayAsync(NpgsqlConnection connection, Urenregistratie row, CancellationToken cancellationToken)
    {
        await WerktijdStore.LockPersonsAsync(connection, [row.PersoonId], cancellationToken);
        var others = await WerktijdStore.AroundAsync(connection, [(row.PersoonId, row.UitgevoerdDatum)], except: row.Id, cancellationToken);
        return row.Werktijd.CheckBeside(others[row.PersoonId]);
    }

    private async Task CreditAsync(Dictionary<Guid, Stapantwoord> answers, CancellationToken cancellationToken)
    {
        var confirmed = answers.Values.Select(answer => answer.Row).OfType<Urenregistratie>().Where(row => row.Stand.Status == Urenstatus.Bevestigd).ToList();
        var credits = await bijschrijvingen.CreditAsync([.. confirmed.Select(row => row.ToBijschrijving())], cancellationToken);
        foreach (var (row, credit) in confirmed.Zip(credits))
        {
            answers[row.Id] = credit.IsBooked
                ? new(row.Id, row.Credited(credit), null)
                : new(row.Id, null, UrenFailures.Of(credit.Boeking.Outcome));
        }
    }

    private async Task TakeBackAsync(Dictionary<Guid, Stapantwoord> answers, CancellationToken cancellationToken)
    {
        foreach (var row in answers.Values.Select(answer => answer.Row).OfType<Urenregistratie>().ToList())
        {
            var outcome = await terugboekingen.TakeBackAsync(row, cancellationToken);
            if (outcome != Boekuitkomst.Booked)
            {
                answers[row.Id] = new(row.Id, null, outcome == Boekuitkomst.BalanceTooLow ? UrenFailures.AlreadySpent : UrenFailures.Of(outcome));
            }
        }
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection,
        Dictionary<Guid, Stapantwoord> answers,
        ClaimsPrincipal caller,
        Stapverzoek verzoek,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var taken = answers.Values.Select(answer => answer.Row).OfType<Urenregistratie>().ToList();
        if (taken.Count == 0)
        {
            return;
        }

        await UrenregistratieWriter.UpdateAsync(connection, taken, cancellationToken);
        await UrenregistratieWriter.AddStepsAsync(
            connection,
            [.. taken.Select(row => Urenregistratiestap.Of(row, verzoek.Stap, caller.PartnerId(), caller.ClientId(), verzoek.Tekst, now))],
            cancellationToken);
    }
}
