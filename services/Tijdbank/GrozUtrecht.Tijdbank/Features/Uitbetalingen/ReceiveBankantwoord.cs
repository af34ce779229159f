using System.ComponentModel;
using System.Security.Cryptography;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>A payout that a person must look at.</summary>
public sealed record BankantwoordAandacht(
    Guid UitbetalingId,
    [property: Description("al-betaald, al-teruggegeven of reservering-verlopen.")] string Reden);

/// <summary>What an answer of the bank changed.</summary>
public sealed record BankantwoordAnswer(
    [property: Description("Betalingen die nu gedaan zijn.")] int Betaald,
    [property: Description("Betalingen die de bank weigerde; hun uren zijn opnieuw aan te vragen.")] int Mislukt,
    [property: Description("Betalingen waaraan de bank nog werkt.")] int Onderweg,
    [property: Description("Wat een mens moet bekijken.")] IReadOnlyList<BankantwoordAandacht> Aandacht);

/// <summary><c>POST /betaalbatches/{id}/bankantwoorden</c>: the same file twice changes nothing.</summary>
internal static class ReceiveBankantwoord
{
    private const string Xml = "application/xml";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/betaalbatches/{id:guid}/bankantwoorden", HandleAsync)
        .RequireScope("tijdbank:kas")
        .Accepts<string>(Xml)
        .WithSummary("Antwoord van de bank verwerken")
        .WithDescription(
            "Verwerkt een pain.002.001.10-bestand (scope tijdbank:kas, hooguit 1 MiB). ACSC maakt een uitbetaling definitief, RJCT geeft haar terug, ACTC, ACCP "
            + "en ACSP melden dat zij onderweg is, PART en PDNG veranderen niets. Een status zonder regels geldt voor alle betalingen. Hetzelfde bestand twee "
            + $"keer verandert niets; is er iets mis, dan verandert ook niets. Foutcodes: {BetaalbatchFailures.AnswerCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<BankantwoordAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, Bankafhandeling afhandeling, TimeProvider clock)
    {
        using var body = new MemoryStream();
        if (!await ReadAsync(http.Request.Body, body, http.RequestAborted))
        {
            return RequestFailures.TooLarge.ToProblem($"Een antwoord van de bank is hooguit {Bankantwoord.MaximumCharacters} bytes.");
        }

        if (Bankantwoord.Read(body) is not { } antwoord)
        {
            return BetaalbatchFailures.AnswerUnreadable.ToProblem("Stuur het bestand van de bank ongewijzigd, zonder DTD.");
        }

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await BetaalbatchStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
        {
            return BetaalbatchFailures.Unknown.ToProblem();
        }

        var uitbetalingen = await UitbetalingStore.LockBatchAsync(connection, id, http.RequestAborted);
        var (besluiten, fout) = Bankverwerking.Decide(
            antwoord, id, [.. uitbetalingen.Select(uitbetaling => new Wachtend(uitbetaling.Id, uitbetaling.StatusValue, uitbetaling.VervaltOp))], now);
        if (fout is { } wrong)
        {
            return BetaalbatchFailures.Of(wrong).ToProblem();
        }

        var hash = SHA256.HashData(body.ToArray());
        var isNew = await BetaalbatchStore.NoteAnswerAsync(connection, id, hash, http.User.ClientId(), now, http.RequestAborted);
        if (isNew && !await afhandeling.ApplyAsync(connection, uitbetalingen, besluiten, http.RequestAborted))
        {
            return BetaalbatchFailures.TryAgain.ToProblem();
        }

        return TypedResults.Ok(AnswerOf(isNew ? besluiten : [.. besluiten.Where(besluit => besluit.Aandacht is not null)]));
    }

    private static BankantwoordAnswer AnswerOf(IReadOnlyList<Bankbesluit> besluiten)
    {
        return new(
            Count(Bankgevolg.Settle),
            Count(Bankgevolg.Reject),
            Count(Bankgevolg.OnTheWay),
            [.. besluiten.Where(besluit => besluit.Aandacht is not null).Select(besluit => new BankantwoordAandacht(besluit.UitbetalingId, besluit.Aandacht!))]);

        int Count(Bankgevolg gevolg) => besluiten.Count(besluit => besluit.Gevolg == gevolg && besluit.Aandacht is null);
    }

    // The server has a limit too; this one also holds where there is no such server in front.
    private static async Task<bool> ReadAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (to.Length + read > Bankantwoord.MaximumCharacters)
            {
                return false;
            }

            to.Write(buffer, 0, read);
        }

        to.Position = 0;
        return true;
    }
}
