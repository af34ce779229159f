using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Inzagesleutels;

/// <summary>The header with which a resident's program shows that the resident wants this.</summary>
public sealed record Sleutelheader(
    [property: FromHeader(Name = "Inzagesleutel"), StringLength(Inzagesleutel.MaximumLength), Description("De eigen sleutel van de persoon.")] string? Waarde);

/// <summary>A person who showed their own key, and the pseudonym of that person.</summary>
internal sealed record Houder(Guid PersoonId, Guid Pseudoniem);

/// <summary>
/// Lets only the holder of a key through. It works in a transaction of its own, because a wrong key must be counted although the request then
/// fails and is rolled back.
/// </summary>
internal sealed class Inzage(NpgsqlDataSource database, UnitOfWork work, TimeProvider clock)
{
    /// <summary>The person whose key this is, or the answer that ends the request. Nothing of the answer may be kept or cached.</summary>
    public async Task<(Houder? Houder, ProblemHttpResult? Refusal)> OpenAsync(HttpContext http, Guid persoonId, Sleutelheader header)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return (null, InzagesleutelFailures.NotKept.ToProblem("Een herhaald verzoek met de sleutel geeft hetzelfde resultaat."));
        if (string.IsNullOrWhiteSpace(header.Waarde))
            return (null, InzagesleutelFailures.Missing.ToProblem());

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        await using var transaction = await connection.BeginTransactionAsync(http.RequestAborted);
        var (houder, failure) = await JudgeAsync(connection, http, persoonId, header.Waarde);
        await transaction.CommitAsync(http.RequestAborted);
        return (houder, failure?.ToProblem());
    }

    /// <summary>The same for a write: the person stays locked until the end of the request, so that a removal comes before or after it.</summary>
    public async Task<(Houder? Houder, ProblemHttpResult? Refusal)> OpenForWriteAsync(HttpContext http, Guid persoonId, Sleutelheader header)
    {
        var (houder, refusal) = await OpenAsync(http, persoonId, header);
        if (houder is null)
            return (null, refusal);
        var connection = await work.OpenAsync(http.RequestAborted);
        return await Sleutelkast.LockAsync(connection, persoonId, http.RequestAborted) is null ? (null, InzagesleutelFailures.Wrong.ToProblem()) : (houder, null);
    }

    /// <summary>The same for the person of an arrangement.</summary>
    public async Task<(Houder? Houder, ProblemHttpResult? Refusal)> OpenArrangementForWriteAsync(HttpContext http, Guid arrangementId, Sleutelheader header)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var pseudoniem = await ArrangementStore.PseudoniemAsync(connection, arrangementId, http.RequestAborted);
        var personen = await Sleutelkast.PersonenAsync(connection, pseudoniem is { } known ? [known] : [], http.RequestAborted);
        // An arrangement that does not exist is answered as one whose key is wrong, and counted too.
        var persoonId = personen.Count == 1 ? personen.Values.Single() : arrangementId;
        return await OpenForWriteAsync(http, persoonId, header);
    }

    private async Task<(Houder? Houder, Failure? Failure)> JudgeAsync(NpgsqlConnection connection, HttpContext http, Guid persoonId, string typed)
    {
        var (partnerId, now, cancellationToken) = (http.User.PartnerId(), clock.GetUtcNow(), http.RequestAborted);
        var row = await Sleutelkast.LockAsync(connection, persoonId, cancellationToken);
        if (await Sleutellogboek.IsLockedAsync(connection, persoonId, partnerId, now, cancellationToken))
            return (null, InzagesleutelFailures.Locked);

        var oordeel = row is null
            ? Sleuteloordeel.Onjuist
            : Inzagesleutel.Judge(Inzagesleutel.Hash(typed), new(row.SleutelHash, row.NieuweSleutelHash, row.NieuweGeldtVanaf), now);
        if (oordeel == Sleuteloordeel.NogNietGeldig)
            return (null, InzagesleutelFailures.NotYet);
        if (row is null || oordeel == Sleuteloordeel.Onjuist)
        {
            await Sleutellogboek.CountWrongAsync(connection, persoonId, partnerId, now, cancellationToken);
            return (null, InzagesleutelFailures.Wrong);
        }

        if (oordeel != Sleuteloordeel.Juist)
            await SettleReissueAsync(connection, http, row, oordeel == Sleuteloordeel.JuistEnHeruitgaveGaatIn, now);
        return (new Houder(row.PersoonId, row.Pseudoniem), null);
    }

    private static async Task SettleReissueAsync(NpgsqlConnection connection, HttpContext http, Sleutelrij row, bool takesOver, DateTimeOffset now)
    {
        var settled = row with { SleutelHash = takesOver ? row.NieuweSleutelHash! : row.SleutelHash, NieuweSleutelHash = null, NieuweGeldtVanaf = null };
        await Sleutelkast.SaveAsync(connection, settled, http.RequestAborted);
        var gebeurtenis = new Sleutelgebeurtenis
        {
            Id = Guid.CreateVersion7(now),
            PersoonId = row.PersoonId,
            Gebeurtenis = takesOver ? "heruitgave-ingegaan" : "heruitgave-vervallen",
            PartnerId = http.User.PartnerId(),
            ClientId = http.User.ClientId(),
            Op = now,
        };
        await Sleutellogboek.AddAsync(connection, gebeurtenis, http.RequestAborted);
    }
}
