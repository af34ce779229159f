using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>Somebody who wants to take part in a session. Exactly one of <see cref="PersoonId"/>, <see cref="Gast"/> and <see cref="GastId"/> is there.</summary>
internal sealed record Inschrijfverzoek(Guid PartnerId, Guid SessieId)
{
    public Guid? PersoonId { get; init; }

    public Gastgegevens? Gast { get; init; }

    /// <summary>A guest whose data were saved by an earlier registration of the same transaction.</summary>
    public Guid? GastId { get; init; }

    public Deelnamerol Rol { get; init; }

    public Aanmeldkanaal Kanaal { get; init; }

    public Guid? ProeverijId { get; init; }

    public Guid? PreventiebudgetId { get; init; }

    /// <summary>Whether the waiting list will do when there is no place.</summary>
    public bool Wachtlijst { get; init; }
}

/// <summary>Registers people for sessions, in the transaction of whoever asks.</summary>
internal sealed class Inschrijving(UnitOfWork work, TimeProvider clock)
{
    private const int MaximumCodeDraws = 3;

    /// <summary>Guests are known this long after the session, so that it shows whether they came back.</summary>
    private static readonly TimeSpan GastKept = TimeSpan.FromDays(12 * 7);

    /// <summary>Gives the registration, or why there is none. Exactly one of the two is there.</summary>
    public async Task<(DeelnameRow? Row, Failure? Failure)> RegisterAsync(Inschrijfverzoek verzoek, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var (sessie, isRemoved) = verzoek.PersoonId is { } persoonId
            ? await SessiefeitenStore.FindForPersoonAsync(connection, verzoek.SessieId, verzoek.PartnerId, persoonId, cancellationToken)
            : (await SessiefeitenStore.FindAsync(connection, verzoek.SessieId, verzoek.PartnerId, cancellationToken), false);
        if (sessie is null)
            return (null, SessieFailures.Unknown);
        if (Judge(verzoek, sessie, now) is { } refused)
            return (null, refused);
        if (isRemoved)
            return (null, DeelnameFailures.PersoonRemoved);

        var row = NewRow(verzoek, sessie, await GastIdAsync(connection, verzoek, sessie, now, cancellationToken), now);
        var (placed, failure) = await InsertAsync(connection, row, cancellationToken);
        if (placed is null)
            return (null, failure);
        if (placed.Status == Words.Of(Deelnamestatus.Wachtlijst))
            return verzoek.Wachtlijst ? (placed, null) : (null, DeelnameFailures.Full);

        if (await ReserveAsync(placed, sessie, now, cancellationToken) is { } unpaid)
            return (null, unpaid);
        Announce(placed, sessie, now);
        return (placed, null);
    }

    /// <summary>Lets the preventiebudget of the registration, if it has one, pay for the place; the failure says why it does not.</summary>
    public async Task<Failure?> ReserveAsync(DeelnameRow row, Sessiefeiten sessie, DateTimeOffset now, CancellationToken cancellationToken) =>
        row is { PreventiebudgetId: { } budgetId, PersoonId: { } persoonId }
            ? await Budgetboeking.ReserveAsync(
                work, budgetId, row.Id, persoonId, row.ActiviteitId, NederlandseTijd.DayOf(sessie.BegintOp), sessie.PrijsCenten, now, cancellationToken)
            : null;

    /// <summary>Tells that somebody holds a place now.</summary>
    public void Announce(DeelnameRow row, Sessiefeiten sessie, DateTimeOffset now)
    {
        if (row.Rol != Words.Of(Deelnamerol.Deelnemer))
            return;
        work.Publish(new DeelnemerEnrolled
        {
            DeelnameId = row.Id,
            Version = row.Version,
            SessieId = row.SessieId,
            ActiviteitId = row.ActiviteitId,
            ProeverijId = row.ProeverijId,
            PartnerId = row.PartnerId,
            Gebied = sessie.Gebied,
            OpgetredenOp = now,
        });
    }

    private static Failure? Judge(Inschrijfverzoek verzoek, Sessiefeiten sessie, DateTimeOffset now) =>
        Aanmelding.Check(
            sessie.Stand, verzoek.Rol, sessie.EigenaarId == verzoek.PartnerId, verzoek.PersoonId is not null, verzoek.PreventiebudgetId is not null, now)
            is { } fault ? DeelnameFailures.Of(fault) : null;

    private static async Task<Guid?> GastIdAsync(
        NpgsqlConnection connection, Inschrijfverzoek verzoek, Sessiefeiten sessie, DateTimeOffset now, CancellationToken cancellationToken) =>
        verzoek.Gast is not { } gast
            ? verzoek.GastId
            : await GastStore.SaveAsync(
                connection,
                new GastRow
                {
                    Id = Guid.CreateVersion7(now),
                    PartnerId = verzoek.PartnerId,
                    Naam = gast.Naam.Trim(),
                    BereikbaarOp = gast.BereikbaarOp.Trim().ToLowerInvariant(),
                    AangemaaktOp = now,
                    BewarenTot = sessie.EindigtOp + GastKept,
                },
                cancellationToken);

    private static DeelnameRow NewRow(Inschrijfverzoek verzoek, Sessiefeiten sessie, Guid? gastId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PartnerId = verzoek.PartnerId,
        Version = 1,
        SessieId = sessie.Id,
        ActiviteitId = sessie.ActiviteitId,
        PersoonId = verzoek.PersoonId,
        GastId = gastId,
        Rol = Words.Of(verzoek.Rol),
        Kanaal = Words.Of(verzoek.Kanaal),
        Status = Words.Of(Deelnamestatus.Aangemeld),
        Volgnummer = 0,
        Code = Incheckcode.Draw(),
        ProeverijId = verzoek.ProeverijId,
        PreventiebudgetId = verzoek.PreventiebudgetId,
        AangemeldOp = now,
    };

    private static async Task<(DeelnameRow? Row, Failure? Failure)> InsertAsync(NpgsqlConnection connection, DeelnameRow row, CancellationToken cancellationToken)
    {
        for (var draw = 0; draw < MaximumCodeDraws; draw++)
        {
            if (await DeelnameStore.TryInsertAsync(connection, row, cancellationToken) is { } inserted)
                return (inserted, null);
            if (await DeelnameStore.IsRegisteredAsync(connection, row, cancellationToken))
                return (null, DeelnameFailures.AlreadyRegistered);
            // Between the reading and the placing the session was cancelled, or somebody else has the same code.
            if ((await SessiefeitenStore.LockAsync(connection, row.SessieId, cancellationToken))!.Stand.IsCancelled)
                return (null, DeelnameFailures.SessieCancelled);
            row = row with { Code = Incheckcode.Draw() };
        }

        throw new InvalidOperationException($"{MaximumCodeDraws} codes in a row were taken: the draw is not random.");
    }
}
