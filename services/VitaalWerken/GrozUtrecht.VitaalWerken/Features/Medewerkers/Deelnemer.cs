using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Telemetry;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>The header in which an employee's own program shows the key of their enrolment.</summary>
public sealed record Deelnamesleutelheader(
    [property: FromHeader(Name = "Deelnamesleutel"), StringLength(Geheimecode.MaximumLength), Description("De eigen sleutel van de deelnemer.")]
    string? Waarde);

/// <summary>Somebody who showed the key of their enrolment, and the programme as it holds.</summary>
internal sealed record Deelnemer(Deelname Deelname, ProgrammaRow Programma, Versieinhoud Inhoud)
{
    public bool IsOpen => Programma.StatusValue is ProgrammaStatus.Overeengekomen or ProgrammaStatus.Lopend;

    /// <summary>The subjects of the modules, each once.</summary>
    public IReadOnlyList<Onderwerp> Onderwerpen => [.. Inhoud.Modules.Select(module => module.Onderwerp).Distinct().Order()];

    /// <summary>When this pulse can be given; null when never.</summary>
    public Polsvenster? Venster(Polsmoment moment) => Programma.StatusValue == ProgrammaStatus.Ingetrokken
        ? null
        : Polsvenster.Of(
            moment, Programma.BeginDatum, Programma.EindDatum, Programma.AfgeslotenOp is { } closed ? NederlandseTijd.DayOf(closed) : null);

    public Versiesessie? Sessie(Guid sleutel) => Inhoud.Sessies.FirstOrDefault(sessie => sessie.Sleutel == sleutel);

    /// <summary>The enrolment of this key, with the programme; null for a key that opens nothing. Nothing of the answer may be cached.</summary>
    public static async Task<Deelnemer?> FindAsync(NpgsqlConnection connection, HttpContext http, Deelnamesleutelheader sleutel, bool isLocked)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(sleutel.Waarde)
            || await DeelnameStore.FindAsync(connection, sleutel.Waarde, isLocked, http.RequestAborted) is not { } deelname)
        {
            return null;
        }

        var programma = await ProgrammaStore.FindAsync(connection, deelname.ProgrammaId, isLocked: false, http.RequestAborted);
        var inhoud = await InhoudStore.FindAsync(connection, deelname.ProgrammaId, programma!.GeldendeVersie!.Value, http.RequestAborted);
        return new(deelname, programma, inhoud!);
    }

    /// <summary>The same for a write: one person's requests come one after another.</summary>
    public static async Task<Deelnemer?> LockAsync(UnitOfWork work, HttpContext http, Deelnamesleutelheader sleutel) =>
        await FindAsync(await work.OpenAsync(http.RequestAborted), http, sleutel, isLocked: true);
}

/// <summary>What holds for every route of an employee.</summary>
internal static class MedewerkerRoutes
{
    /// <summary>
    /// No token, because nobody may know who this is; no trace, because a trace has a time and an address; and no answer kept for a client that
    /// brings a token anyway, because the copy would say when somebody took part.
    /// </summary>
    public static RouteHandlerBuilder ForMedewerkers(this RouteHandlerBuilder route) => route
        .AllowAnonymous()
        .WithoutTraces()
        .MayFail(UitnodigingFailures.NotKept)
        .AddEndpointFilter(async (context, next) => context.HttpContext.Request.Headers.ContainsKey("Idempotency-Key")
            ? UitnodigingFailures.NotKept.ToProblem()
            : await next(context));
}
