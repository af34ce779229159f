using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data.Zegels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Tijdbank.Features.Toezicht;

/// <summary>What the check of the whole ledger found. What does not apply is left out.</summary>
public sealed record ControleAnswer(
    [property: Description("Waar: de keten klopt, elk saldo volgt uit de overboekingen en elke eenheid telt op tot nul.")] bool Gaaf,
    [property: Description("Hoeveel regels zijn nagerekend.")] long AantalRegels,
    [property: Description("Hoeveel daarvan verzegeld zijn; de laatste seconden zijn dat nog niet.")] long AantalVerzegeld,
    [property: Description("Hash van het laatste zegel, hexadecimaal.")] string? Hoofd = null,
    [property: Description("Het eerste dat niet klopt.")] string? Fout = null,
    [property: Description("Volgnummer van de eerste regel die niet klopt.")] long? Volgnummer = null,
    [property: Description("De overboeking van die regel.")] Guid? OverboekingId = null);

/// <summary><c>GET /grootboek/controle</c>: recomputes the ledger, for auditors.</summary>
internal static class VerifyGrootboek
{
    private const string Scope = "tijdbank:controleren";

    // It reads every row there is, so one process does it once at a time.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/grootboek/controle", Handle)
        .RequireScope(Scope)
        .WithSummary("Grootboek controleren")
        .WithDescription(
            "Rekent de keten van zegels en alle saldi na uit de regels zelf, en noemt de eerste regel die niet klopt. Geef de hash mee van een "
            + $"zegel dat u eerder bewaarde, dan moet het in de keten staan. Duurt langer naarmate er meer geboekt is. Vraagt de scope {Scope}.");

    private static async Task<Ok<ControleAnswer>> Handle(
        [FromQuery(Name = "hash"), Description("Hash van een eerder gepubliceerd zegel, 64 hexadecimale tekens."), RegularExpression("^[0-9a-fA-F]{64}$")]
        string? hash,
        HttpContext http,
        Controle controle)
    {
        await Turn.WaitAsync(http.RequestAborted);
        try
        {
            var outcome = await controle.RunAsync(hash, progress: null, http.RequestAborted);
            return TypedResults.Ok(new ControleAnswer(
                outcome.Fout is null, outcome.Overboekingen, outcome.Verzegeld, outcome.Hoofd, outcome.Fout?.Uitleg, outcome.Fout?.Volgnummer, outcome.Fout?.OverboekingId));
        }
        finally
        {
            Turn.Release();
        }
    }
}
