using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Who takes the proposed session.</summary>
public sealed record VervolgRequest(
    [property: Required, StringLength(12, MinimumLength = Incheckcode.Length), Description("De code van de deelname aan de proef.")] string Code,
    [property: Description("True: een plaats op de wachtlijst is ook goed.")] bool? Wachtlijst = null);

/// <summary><c>POST /proeverijen/{id}/ervaringen/{deelnameId}/vervolg</c>: interest becomes a registration for the real activity.</summary>
internal static class TakeVervolg
{
    /// <summary>Guests are known this long after the session, as after every other.</summary>
    private static readonly TimeSpan GastKept = TimeSpan.FromDays(12 * 7);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/ervaringen/{deelnameId:guid}/vervolg", Handle)
        .WithSummary("Vervolg nemen")
        .WithDescription(
            "Schrijft de bewoner in voor de eerstvolgende gewone sessie van wat is geproefd, nadat die ja of misschien zei. Een gewone deelname, "
            + "met de proeverij als herkomst.")
        .MayFail(ErvaringFailures.Unknown, ErvaringFailures.NoInterest, ErvaringFailures.NoSessie)
        .MayFail(DeelnameFailures.Registration);

    private static async Task<Results<Created<DeelnameAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid deelnameId, VervolgRequest request, HttpContext http, UnitOfWork work, Inschrijving inschrijving, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var code = Incheckcode.Read(request.Code);
        if (await ErvaringStore.FindAsync(connection, id, deelnameId, code, http.User.PartnerId(), http.RequestAborted) is not { } geproefd
            || (geproefd.PersoonId is null && geproefd.GastId is null))
        {
            return ErvaringFailures.Unknown.ToProblem();
        }

        if (geproefd.Terugkomen is null || geproefd.Terugkomen == Words.Of(Terugkomen.Nee))
            return ErvaringFailures.NoInterest.ToProblem();
        // People before places, as everywhere: see Inschrijving.
        if (geproefd.PersoonId is { } persoonId && await PersoonStore.IsRemovedAsync(connection, persoonId, http.RequestAborted))
            return DeelnameFailures.PersoonRemoved.ToProblem();
        if (await ErvaringStore.NextAsync(connection, geproefd.ActiviteitId, clock.GetUtcNow(), http.RequestAborted) is not { } next)
            return ErvaringFailures.NoSessie.ToProblem();

        if (geproefd.GastId is { } gastId)
            await ErvaringStore.KeepGastAsync(connection, gastId, next.EindigtOp + GastKept, http.RequestAborted);
        var (row, failure) = await inschrijving.RegisterAsync(
            new Inschrijfverzoek(geproefd.PartnerId, next.SessieId)
            {
                PersoonId = geproefd.PersoonId,
                GastId = geproefd.GastId,
                Rol = Deelnamerol.Deelnemer,
                Kanaal = Words.Read<Aanmeldkanaal>(geproefd.Kanaal),
                ProeverijId = id,
                Wachtlijst = request.Wachtlijst ?? false,
            },
            http.RequestAborted);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Created($"/lifestyle/v1/deelnames/{row.Id}", DeelnameAnswer.Of(row, http.User.PartnerId()));
    }
}
