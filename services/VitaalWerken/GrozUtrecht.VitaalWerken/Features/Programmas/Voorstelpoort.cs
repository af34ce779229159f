using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What must hold when a version is proposed, and again whenever somebody agrees to it.</summary>
internal static class Voorstelpoort
{
    /// <summary>What keeps these contents from being agreed at this moment; null when nothing does.</summary>
    public static async Task<Planbezwaar?> JudgeAsync(
        NpgsqlConnection connection, Programmainzage inzage, Versieinhoud inhoud, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var geldend = inzage.Row.GeldendeVersie is { } versie
            ? await InhoudStore.FindAsync(connection, inzage.Row.Id, versie, cancellationToken)
            : null;
        return Programmaplan.JudgeProposal(inhoud, geldend, inzage.Row.StatusValue == ProgrammaStatus.Lopend, now);
    }

    /// <summary>The answer when a supplier is somewhere else at the time of a session; null when all are free.</summary>
    public static async Task<ProblemHttpResult?> RefuseTakenAsync(NpgsqlConnection connection, Guid id, int versie, CancellationToken cancellationToken) =>
        await PlanfeitenStore.FirstTakenAsync(connection, id, versie, cancellationToken) is { } nummer
            ? ProgrammaFailures.LeverancierTaken.ToProblem($"Dit gaat over module {nummer}.")
            : null;

    /// <summary>Books the suppliers for these sessions and for no others of the programme. False when one of them is taken after all.</summary>
    public static Task<bool> TryBookAsync(
        NpgsqlConnection connection, Guid id, Versieinhoud inhoud, Func<Versiesessie, bool> which, DateTimeOffset now, CancellationToken cancellationToken) =>
        BoekingStore.TryReplaceAsync(
            connection,
            BoekingStore.Programma,
            id,
            [
                .. inhoud.Modules.SelectMany(
                    module => module.Sessies.Where(which),
                    (module, sessie) => new Leveranciersboeking(Guid.CreateVersion7(now), module.LeverancierId, sessie.BegintOp, sessie.EindigtOp)),
            ],
            cancellationToken);
}
