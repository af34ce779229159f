using System.ComponentModel;
using System.Text.Json;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>A yes.</summary>
public sealed record InstemmingBody(
    [property: Description("Alleen voor het bedrijf: true om de andere open voorstellen over dit onderwerp af te wijzen zodra deze koppeling gemaakt is.")]
    bool? SluitAndere = null);

/// <summary><c>PUT /koppelingen/{id}/instemming</c>: one side says yes; the second yes makes the koppeling.</summary>
internal static class AgreeToKoppeling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/koppelingen/{id:guid}/instemming", Handle)
        .WithSummary("Instemmen met een koppeling")
        .WithDescription(
            "Door het bedrijf of de leverancier, elk voor zich; een coördinator stemt voor niemand in. Met de tweede instemming is de koppeling gemaakt. "
            + "Wie al had ingestemd, krijgt de koppeling zoals die is. Stuur in If-Match de ETag van de versie waarmee u instemt.")
        .MayFail(KoppelingFailures.Unknown, KoppelingFailures.NotYours, KoppelingFailures.NotOpen, KoppelingFailures.NoLonger)
        .MayFail(RequestFailures.VersionOutdated, RequestFailures.VersionMissing);

    private static async Task<Results<Ok<KoppelingAnswer>, ProblemHttpResult>> Handle(
        Guid id, InstemmingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (koppeling, failure) = await Koppelingtoegang.TakeAsync(work, id, http);
        if (koppeling is null)
            return (failure ?? KoppelingFailures.Unknown).ToProblem();
        var row = koppeling.Row;
        if (koppeling.Zijde is not { } zijde)
            return KoppelingFailures.NotYours.ToProblem();

        var now = clock.GetUtcNow();
        if (row.Loop.Agree(zijde, new(now, http.User.PartnerId())) is not { } loop)
            return KoppelingFailures.NotOpen.ToProblem($"De koppeling is nu {row.Status}.");
        var closesOthers = zijde == Koppelingzijde.Bedrijf ? body.SluitAndere ?? row.SluitAndere : row.SluitAndere;
        if (loop == row.Loop && (closesOthers == row.SluitAndere || loop.Status == KoppelingStatus.Gemaakt))
        {
            ETags.Set(http, row.Version);
            return TypedResults.Ok(KoppelingAnswer.Of(row, zijde));
        }

        if (!AllTakePart(row))
            return KoppelingFailures.NoLonger.ToProblem();

        var changed = row.With(loop, now) with { SluitAndere = closesOthers };
        await WriteAsync(await work.OpenAsync(http.RequestAborted), changed, now, http.RequestAborted);
        if (loop.Status == KoppelingStatus.Gemaakt)
            work.Publish(Made(changed, now));
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(KoppelingAnswer.Of(changed, zijde));
    }

    private static bool AllTakePart(KoppelingRow row) =>
        row.BedrijfStatus == Words.Of(BedrijfStatus.Lid)
        && row.LeverancierStatus == Words.Of(LeverancierStatus.Actief)
        && row.AanbodStatus == Words.Of(AanbodStatus.Actief);

    private static async Task WriteAsync(NpgsqlConnection connection, KoppelingRow changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<KoppelingRow> rows = [changed];
        if (changed is { Status: "gemaakt", SluitAndere: true })
            rows.AddRange((await KoppelingStore.LockOthersAsync(connection, changed, cancellationToken)).Select(other => TurnedDown(other, changed, now)));
        // Each marks its supplier, in one order, so that two who do this do not wait for each other in a circle.
        foreach (var row in rows.OrderBy(row => row.LeverancierId).ThenBy(row => row.Id))
            await KoppelingStore.UpdateAsync(connection, row, cancellationToken);
    }

    private static KoppelingRow TurnedDown(KoppelingRow other, KoppelingRow chosen, DateTimeOffset now) =>
        other.With(other.Loop with { Status = KoppelingStatus.Afgewezen }, now) with
        {
            AfgewezenDoor = Words.Of(Koppelingzijde.Bedrijf),
            Afwijsreden = Words.Of(Afwijsreden.AnderAanbodGekozen),
            Vergelijking = JsonSerializer.Serialize(Koppelvergelijking.Of(other.ReadRedenen(), chosen.ReadRedenen()), JsonSerializerOptions.Web),
        };

    private static KoppelingMade Made(KoppelingRow row, DateTimeOffset now) => new()
    {
        KoppelingId = row.Id,
        Version = row.Version,
        BedrijfId = row.BedrijfId,
        LeverancierId = row.LeverancierId,
        AanbodId = row.AanbodId,
        Onderwerp = row.Onderwerp,
        Gebied = row.Gebied,
        OpgetredenOp = now,
    };
}
