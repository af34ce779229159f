using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>What became of one line.</summary>
internal sealed record Regeluitslag(int RegelNummer, Guid? UrenregistratieId, bool IsNew, Failure? Failure);

/// <summary>
/// Books an attendance list in one transaction. All lines are decided in memory against what the persons already have, while those
/// persons are locked; then each table is written with one statement, and the ledger is called with a thousand orders at a time.
/// </summary>
internal sealed class Urenimport(UnitOfWork work, Bijschrijvingen bijschrijvingen, TimeProvider clock)
{
    public const string Bron = "tijdbank.urenimport";

    /// <summary>One for each line, in order. With <paramref name="allOrNothing"/> nothing is written when a line fails.</summary>
    public async Task<IReadOnlyList<Regeluitslag>> RunAsync(
        IReadOnlyList<Importregel> lines, Guid partnerId, string clientId, bool allOrNothing, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var planned = await PlanAsync(connection, lines, partnerId, now, cancellationToken);
        if (allOrNothing && planned.Exists(plan => plan.Result.Failure is not null))
        {
            return [.. planned.Select(plan => plan.Result)];
        }

        // Each new line is an event. The file was bounded before it was read, and in "alles-of-niets" it may not be cut up.
        work.AllowEvents(lines.Count);
        var fresh = planned.Where(plan => plan.Row is not null).ToList();
        var credits = await bijschrijvingen.CreditAsync([.. fresh.Select(plan => plan.Row!.ToBijschrijving())], cancellationToken);
        var booked = fresh.Zip(credits).Where(pair => pair.Second.IsBooked).Select(pair => pair.First.Row!.Credited(pair.Second)).ToList();
        await UrenregistratieWriter.InsertAsync(connection, booked, cancellationToken);
        await UrenregistratieWriter.AddStepsAsync(
            connection,
            [.. booked.Select(row => Urenregistratiestap.Of(row, Urenstap.Bevestigen, partnerId, clientId, row.Omschrijving, now))],
            cancellationToken);

        var refused = fresh.Zip(credits).Where(pair => !pair.Second.IsBooked).ToDictionary(
            pair => pair.First.Result.RegelNummer,
            pair => new Regeluitslag(pair.First.Result.RegelNummer, null, false, UrenFailures.Of(pair.Second.Boeking.Outcome)));
        return [.. planned.Select(plan => refused.GetValueOrDefault(plan.Result.RegelNummer, plan.Result))];
    }

    private static async Task<List<Plan>> PlanAsync(
        NpgsqlConnection connection, IReadOnlyList<Importregel> lines, Guid partnerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = lines.Where(line => line.Regel is not null).ToList();
        var identities = Identify(read, partnerId);
        var personen = read.Select(line => line.Regel!.PersoonId).Distinct().ToList();
        await WerktijdStore.LockPersonsAsync(connection, personen, cancellationToken);
        var known = await UrenimportStore.FindAsync(connection, Bron, [.. identities.Values.OfType<Guid>()], cancellationToken);
        var context = new Context(
            partnerId,
            now,
            identities,
            await WerktijdStore.OpenAccountsAsync(connection, personen, partnerId, cancellationToken),
            known,
            await AgendaAsync(connection, read, cancellationToken));
        return [.. lines.Select(line => Decide(line, context))];
    }

    // Equal lines are told apart by how manieth they are, so that the same file gives the same identities again.
    private static Dictionary<int, Guid?> Identify(IReadOnlyList<Importregel> lines, Guid partnerId)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var identities = new Dictionary<int, Guid?>();
        foreach (var line in lines)
        {
            var regel = line.Regel!;
            var key = regel.RegelId is { } regelId ? $"id\n{regelId}" : $"inhoud\n{regel.Content}";
            var nth = seen[key] = seen.GetValueOrDefault(key) + 1;
            identities[line.RegelNummer] = regel.RegelId is not null && nth > 1
                ? null
                : OverboekingId.Derive(Bron, string.Create(CultureInfo.InvariantCulture, $"{partnerId:N}\n{key}\n{nth}"));
        }

        return identities;
    }

    private static async Task<Urenagenda> AgendaAsync(NpgsqlConnection connection, IReadOnlyList<Importregel> lines, CancellationToken cancellationToken)
    {
        var days = lines.Select(line => (line.Regel!.PersoonId, line.Regel.Werktijd.UitgevoerdDatum)).Distinct().ToList();
        var agenda = new Urenagenda();
        foreach (var person in await WerktijdStore.AroundAsync(connection, days, except: null, cancellationToken))
        {
            foreach (var tijd in person)
            {
                agenda.Add(person.Key, tijd);
            }
        }

        return agenda;
    }

    private static Plan Decide(Importregel line, Context context)
    {
        if (line.Regel is not { } regel)
        {
            return Plan.Of(line, line.Failure!);
        }

        if (context.Identities[line.RegelNummer] is not { } bronId)
        {
            return Plan.Of(line, UrenimportFailures.LineIdTwice);
        }

        if (context.Known.TryGetValue(bronId, out var earlier))
        {
            return earlier.IsSameAs(regel)
                ? new(new(line.RegelNummer, earlier.Id, IsNew: false, null), null)
                : Plan.Of(line, UrenimportFailures.LineIdOtherContent);
        }

        if (Refuse(regel, context) is { } failure)
        {
            return Plan.Of(line, failure);
        }

        var row = RowOf(regel, bronId, context);
        return new(new(line.RegelNummer, row.Id, IsNew: true, null), row);
    }

    private static Failure? Refuse(Aanwezigheidsregel regel, Context context)
    {
        if (regel.Postcode is { } postcode && !Postcode4.TryFind(postcode, out _))
        {
            return UrenFailures.PostcodeUnknown;
        }

        if (regel.Werktijd.Check(NederlandseTijd.DayOf(context.Now)) is { } impossible)
        {
            return UrenFailures.Of(impossible);
        }

        if (!context.Accounts.ContainsKey(regel.PersoonId))
        {
            return UrenFailures.PersonUnknown;
        }

        return context.Agenda.TryAdd(regel.PersoonId, regel.Werktijd) is { } tooMuch ? UrenFailures.Of(tooMuch) : null;
    }

    // An organisation that keeps a list of who was there vouches for it, so the hours are confirmed at once.
    private static Urenregistratie RowOf(Aanwezigheidsregel regel, Guid bronId, Context context) => new()
    {
        Id = Guid.CreateVersion7(context.Now),
        Bron = Bron,
        BronId = bronId,
        PersoonId = regel.PersoonId,
        VoorPartnerId = context.PartnerId,
        UrenSoort = Urensoortbeleid.Word(regel.UrenSoort),
        UitgevoerdDatum = regel.Werktijd.UitgevoerdDatum,
        BeginTijd = regel.Werktijd.BeginTijd?.ToString("HH:mm"),
        DuurMinuten = regel.Werktijd.Minuten,
        Postcode = regel.Postcode,
        PraktijkovereenkomstId = regel.PraktijkovereenkomstId,
        Status = Words.Of(Urenstatus.Bevestigd),
        GemeldDoor = Words.Of(Kant.Werker),
        MelderPartnerId = context.PartnerId,
        GemeldOp = context.Now,
        WachtSinds = context.Now,
        Versie = 1,
        Omschrijving = regel.Omschrijving,
    };

    private sealed record Plan(Regeluitslag Result, Urenregistratie? Row)
    {
        public static Plan Of(Importregel line, Failure failure) => new(new(line.RegelNummer, null, IsNew: false, failure), null);
    }

    private sealed record Context(
        Guid PartnerId,
        DateTimeOffset Now,
        IReadOnlyDictionary<int, Guid?> Identities,
        IReadOnlyDictionary<Guid, bool> Accounts,
        IReadOnlyDictionary<Guid, EerdereRegel> Known,
        Urenagenda Agenda);
}
