using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>
/// Writes routes: all tastings of one in the transaction of whoever asks. Every session of the proeverij is locked first, in order of id,
/// so that a route is chosen from places that are really there and two routes never wait for each other for ever.
/// </summary>
internal sealed class Routeboek(UnitOfWork work, Inschrijving inschrijving, Wachtlijst wachtlijst, TimeProvider clock)
{
    private const int MaximumCodeDraws = 3;

    /// <summary>Locks what can be tasted, and gives what can still be chosen.</summary>
    public async Task<IReadOnlyList<Proefkeuze>> LockChoicesAsync(Guid proeverijId, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await SessiefeitenStore.LockAllAsync(connection, await ProgrammaStore.SessieIdsAsync(connection, proeverijId, cancellationToken), cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. (await ProgrammaStore.ReadAsync(connection, proeverijId, cancellationToken))
                .Where(proef => proef.SessieId is not null && proef.BegintOp > now)
                .Select(proef => new Proefkeuze(
                    proef.SessieId!.Value, proef.Ronde, proef.ActiviteitId, Words.Read<Dimensie>(proef.Dimensies), proef.Capaciteit, proef.Bezet ?? 0)),
        ];
    }

    /// <summary>Finds or makes the route of this person; gives a failure when there is one that goes on.</summary>
    public async Task<(RouteRow? Row, Failure? Failure)> OpenAsync(RouteRow wanted, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await RouteStore.FindOfAsync(connection, wanted.ProeverijId, wanted.PersoonId, wanted.GastId, cancellationToken) is { } earlier)
        {
            if (earlier.PartnerId != wanted.PartnerId || (await RouteStore.ProevenAsync(connection, [earlier.Id], cancellationToken)).Count > 0)
                return (null, RouteFailures.AlreadyRegistered);
            var again = earlier with { WensDimensies = wanted.WensDimensies, WensActiviteiten = wanted.WensActiviteiten };
            await RouteStore.ChangeWensAsync(connection, again, cancellationToken);
            return (again, null);
        }

        for (var draw = 0; draw < MaximumCodeDraws; draw++)
        {
            var row = wanted with { Code = Incheckcode.Draw() };
            if (await RouteStore.TryInsertAsync(connection, row, cancellationToken))
                return (row, null);
        }

        throw new InvalidOperationException($"{MaximumCodeDraws} codes in a row were taken: the draw is not random.");
    }

    /// <summary>Registers for these tastings; null when all of it was done.</summary>
    public async Task<Failure?> AddAsync(RouteRow route, IEnumerable<Guid> sessieIds, Aanmeldkanaal kanaal, CancellationToken cancellationToken)
    {
        foreach (var sessieId in sessieIds.Order())
        {
            var verzoek = new Inschrijfverzoek(route.PartnerId, sessieId)
            {
                PersoonId = route.PersoonId,
                GastId = route.GastId,
                Rol = Deelnamerol.Deelnemer,
                Kanaal = kanaal,
                ProeverijId = route.ProeverijId,
            };
            if ((await inschrijving.RegisterAsync(verzoek, cancellationToken)).Failure is { } failure)
                return failure;
        }

        return null;
    }

    /// <summary>Gives up these tastings; null when all of it was done.</summary>
    public async Task<Failure?> DropAsync(RouteRow route, IEnumerable<RouteproefRow> proeven, CancellationToken cancellationToken)
    {
        foreach (var proef in proeven.OrderBy(proef => proef.SessieId))
        {
            if ((await wachtlijst.CancelAsync(proef.DeelnameId, route.PartnerId, cancellationToken)).Failure is { } failure)
                return failure;
        }

        return null;
    }

    public static async Task<RouteAnswer> AnswerAsync(NpgsqlConnection connection, RouteRow route, CancellationToken cancellationToken) =>
        RouteAnswer.Of(route, await RouteStore.ProevenAsync(connection, [route.Id], cancellationToken));
}
