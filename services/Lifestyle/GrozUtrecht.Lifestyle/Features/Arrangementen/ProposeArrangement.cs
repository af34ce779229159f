using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>A guide proposes an arrangement to a person.</summary>
public sealed record ProposeArrangementRequest(
    [property: Description("De persoon, bekend bij Identity.")] Guid PersoonId,
    [property: Description("Als wat de persoon meedoet.")] Doelgroep Doelgroep,
    [property: Required, StringLength(60, MinimumLength = 1), Description("Code van het gebied, bijvoorbeeld kanaleneiland.")] string Gebied,
    [property: Required, StringLength(1000, MinimumLength = 1), Description("Wat de persoon wil bereiken, in eigen woorden.")] string Doel,
    [property: Required, MinLength(1), MaxLength(ArrangementRules.MaximumActiviteiten), Description("De gekozen activiteiten.")] IReadOnlyList<Guid> ActiviteitIds,
    [property: MinLength(1), MaxLength(5), Description("De vragenlijsten van elke meting. Zonder: positieve-gezondheid, en who-5 en veerkracht als die geladen zijn.")]
    IReadOnlyList<string>? Vragenlijsten = null);

/// <summary><c>POST /arrangementen</c>: the guide's side of an agreement.</summary>
internal static class ProposeArrangement
{
    private static readonly string[] Usual = ["positieve-gezondheid", "veerkracht", "who-5"];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/arrangementen", Handle)
        .RequireScope(InzagesleutelFailures.GuideScope)
        .WithSummary("Leefstijlarrangement voorstellen")
        .WithDescription(
            "Een doel en één tot tien activiteiten. Het arrangement geldt pas als de persoon instemt met de eigen inzagesleutel. Schrijf in het doel niets waaraan de "
            + "persoon te herkennen is.")
        .MayFail(ArrangementFailures.Proposal)
        .MayFail(ArrangementFailures.NoKey, ArrangementFailures.Exists, ActiviteitFailures.GebiedUnknown, VragenlijstFailures.NotPublished);

    private static async Task<Results<Created<ArrangementstandAnswer>, ProblemHttpResult>> Handle(
        ProposeArrangementRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!Gebied.TryFind(request.Gebied, out var gebied))
            return ActiviteitFailures.GebiedUnknown.ToProblem();
        var (partnerId, now, connection) = (http.User.PartnerId(), clock.GetUtcNow(), await work.OpenAsync(http.RequestAborted));
        if (await Arrangementvorm.RefuseAsync(connection, request.Doel, request.ActiviteitIds, http.RequestAborted) is { } refusal)
            return refusal;
        if (await QuestionnairesAsync(connection, request, http.RequestAborted) is not { } vragenlijsten)
            return VragenlijstFailures.NotPublished.ToProblem();
        if (await Sleutelkast.LockAsync(connection, request.PersoonId, http.RequestAborted) is not { } persoon)
            return ArrangementFailures.NoKey.ToProblem();
        if (await ArrangementStore.HasAnotherAsync(connection, persoon.Pseudoniem, partnerId, running: false, http.RequestAborted))
            return ArrangementFailures.Exists.ToProblem();

        var row = new ArrangementRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            Version = 1,
            Pseudoniem = persoon.Pseudoniem,
            Doelgroep = Words.Of(request.Doelgroep),
            Gebied = gebied.Code,
            Status = Words.Of(ArrangementStatus.Voorgesteld),
            Vragenlijsten = vragenlijsten,
            AangemaaktOp = now,
        };
        var versie = new ArrangementversieRow
        {
            ArrangementId = row.Id, Versie = 1, Doel = request.Doel, ActiviteitIds = [.. request.ActiviteitIds], VoorgesteldOp = now,
        };
        await ArrangementStore.InsertAsync(connection, row, http.RequestAborted);
        await ArrangementversieStore.InsertAsync(connection, versie, http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", ArrangementstandAnswer.Of(row, versie.Versie));
    }

    private static async Task<string[]?> QuestionnairesAsync(NpgsqlConnection connection, ProposeArrangementRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Vragenlijsten?.Distinct(StringComparer.Ordinal).ToArray();
        var published = await VragenlijstStore.PublishedAsync(connection, asked ?? Usual, cancellationToken);
        return asked is null || published.Length == asked.Length ? published : null;
    }
}
