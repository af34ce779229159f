using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>
/// <c>POST /uitbetalingen</c>: hours, cap counters, minutes and cents are claimed in one transaction, in that order of locks, so that
/// parallel requests of other organisations wait and then see what is left.
/// </summary>
internal static class RequestUitbetaling
{
    public sealed record Request(
        Guid PersoonId,
        [property: Required, MinLength(1), MaxLength(Uitbetalingsverzoek.MaximumUren),
            Description("Bevestigde uren vrijwilligerswerk van deze persoon, hooguit 200.")] IReadOnlyList<Guid> UrenregistratieIds,
        [property: Range(1, Uitbetalingsverzoek.MaximumTariefCenten), Description("Per uur.")] int TariefCenten,
        [property: Range(0, Uitbetalingsverzoek.MaximumOnkostenCenten),
            Description("Vergoeding van onkosten; telt mee voor de maxima, in de maand van de laatste uren.")] int OnkostenCenten = 0);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/uitbetalingen", HandleAsync)
        .WithSummary("Uitbetaling aanvragen")
        .WithDescription(
            "Vraagt om uren vrijwilligerswerk om te zetten in geld, uit de kas van uw organisatie. Het verzoek wordt getoetst aan de maxima per uur, maand "
            + "en jaar, over alle organisaties samen; een weigering legt uit waarom. Uren, minuten en centen staan daarna vast tot de uitbetaling is "
            + $"afgerond. Per maand wordt naar beneden afgerond op een cent. Foutcodes: {UitbetalingFailures.RequestCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<UitbetalingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, HttpContext http, UnitOfWork work, Grootboek grootboek, TimeProvider clock)
    {
        if (request.UrenregistratieIds.Distinct().Count() != request.UrenregistratieIds.Count)
        {
            return UitbetalingFailures.UrenDouble.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await PersoonToegang.FindManagedAsync(connection, request.PersoonId, http.User.PartnerId(), http.RequestAborted) is not { } rekening)
        {
            return DeelnemerFailures.Unknown.ToProblem();
        }

        var uren = await UitbetaalbareUren.LockAsync(connection, request.UrenregistratieIds, request.PersoonId, http.RequestAborted);
        if (CheckUren(request, uren, rekening) is { } failure)
        {
            return failure.ToProblem();
        }

        var verzoek = await ReadAsync(connection, request, uren, http.RequestAborted);
        var besluit = await DecideAsync(connection, request.PersoonId, verzoek, http.RequestAborted);
        if (besluit is Besluit.Refused refused)
        {
            return UitbetalingFailures.Of(refused.Reden).ToProblem(refused.Uitleg);
        }

        var allowed = (Besluit.Allowed)besluit;
        var row = RowOf(request, verzoek, allowed, http, clock.GetUtcNow());
        return await StoreAsync(connection, grootboek, row, request, allowed, rekening.Id, http.RequestAborted) is { } problem
            ? problem.ToProblem()
            : TypedResults.Created($"{http.Request.Path}/{row.Id}", UitbetalingAnswer.Of(row, allowed.Waarschuwingen));
    }

    private static Failure? CheckUren(Request request, IReadOnlyList<UitbetaalbaarUur> uren, Rekening rekening) => uren switch
    {
        _ when uren.Count != request.UrenregistratieIds.Count => UitbetalingFailures.UrenUnknown,
        _ when uren.Any(uur => uur.UitbetalingId is not null) => UitbetalingFailures.UrenClaimed,
        _ when uren.Any(uur => !uur.IsConfirmed) => UitbetalingFailures.UrenNotConfirmed,
        // The kind is refused with a reason of its own, below.
        _ when !rekening.Besteedbaar || uren.Any(uur => uur.UrenSoort == Uitbetalingsbesluit.PayableUrensoort && uur.RekeningId != rekening.Id) =>
            UitbetalingFailures.UrenNotSpendable,
        _ => null,
    };

    private static async Task<Uitbetalingsverzoek> ReadAsync(
        NpgsqlConnection connection, Request request, IReadOnlyList<UitbetaalbaarUur> uren, CancellationToken cancellationToken)
    {
        var geboortedatum = await connection.ExecuteScalarAsync<DateOnly?>(new CommandDefinition(
            "select geboortedatum from deelnemer where persoon_id = @PersoonId", new { request.PersoonId }, cancellationToken: cancellationToken));
        return new([.. uren.Select(uur => uur.ToGewerkteUren())], geboortedatum, request.TariefCenten, request.OnkostenCenten);
    }

    private static async Task<Besluit> DecideAsync(
        NpgsqlConnection connection, Guid persoonId, Uitbetalingsverzoek verzoek, CancellationToken cancellationToken)
    {
        var maanden = verzoek.CentenPerMaand().Keys;
        var normen = await VergoedingsnormStore.FindAsync(connection, [.. maanden.Select(maand => maand.Jaar).Distinct()], hold: true, cancellationToken);
        var stand = await VergoedingStore.LockAsync(connection, persoonId, maanden, normen, cancellationToken);
        return Uitbetalingsbesluit.Decide(verzoek, normen, stand);
    }

    private static Uitbetaling RowOf(Request request, Uitbetalingsverzoek verzoek, Besluit.Allowed allowed, HttpContext http, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            PartnerId = http.User.PartnerId(),
            PersoonId = request.PersoonId,
            DuurMinuten = verzoek.DurationMinutes,
            TariefCenten = request.TariefCenten,
            OnkostenCenten = request.OnkostenCenten,
            BedragCenten = verzoek.TotalCenten,
            Uitleg = allowed.Uitleg,
            MinutenReserveringId = Uitbetalingsboeking.MinutenHoldId(id),
            CentenReserveringId = Uitbetalingsboeking.CentenHoldId(id),
            VervaltOp = now + Uitbetalingstermijn.Hold,
            AangevraagdDoor = http.User.ClientId(),
            AangevraagdOp = now,
        };
    }

    private static async Task<Failure?> StoreAsync(
        NpgsqlConnection connection, Grootboek grootboek, Uitbetaling row, Request request, Besluit.Allowed allowed, Guid rekeningId,
        CancellationToken cancellationToken)
    {
        await UitbetalingStore.InsertAsync(connection, row, cancellationToken);
        var claimed = await UitbetaalbareUren.ClaimAsync(connection, row.Id, request.UrenregistratieIds, cancellationToken);
        if (claimed != request.UrenregistratieIds.Count)
        {
            return UitbetalingFailures.UrenClaimed;
        }

        await VergoedingStore.AddAsync(connection, row.Id, row.PersoonId, allowed.Bijtellingen, cancellationToken);
        var kas = await RekeningStore.OpenOrganisatieAsync(connection, row.PartnerId, Eenheid.Centen, row.AangevraagdOp, cancellationToken);
        var boekingen = await grootboek.BookAsync(connection, Uitbetalingsboeking.Holds(row, rekeningId, kas), linked: true, cancellationToken);
        return (boekingen[0].Outcome, boekingen[1].Outcome) switch
        {
            (Boekuitkomst.Booked, Boekuitkomst.Booked) => null,
            (Boekuitkomst.BalanceTooLow, _) => UitbetalingFailures.MinutesTooFew,
            (_, Boekuitkomst.BalanceTooLow) => UitbetalingFailures.CashTooLow,
            (Boekuitkomst.AccountClosed, _) => DeelnemerFailures.Unknown,
            var (minuten, centen) => throw new InvalidOperationException($"The ledger refused a payout: {minuten}, {centen}."),
        };
    }
}
