using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>PUT /activiteiten/{id}/sessies/{sessieId}</c>: other places or another place for one session.</summary>
internal static class ChangeSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/activiteiten/{id:guid}/sessies/{sessieId:guid}", Handle)
        .WithSummary("Sessie wijzigen")
        .WithDescription(
            "Geeft een sessie die nog niet begon een ander aantal plaatsen of een andere plek. Plaatsen die erbij komen worden meteen "
            + "aangeboden aan de wachtlijst. De tijd verandert niet: annuleer de sessie en voeg een andere toe.")
        .MayFail(SessieFailures.Unknown, SessieFailures.Over, SessieFailures.FewerPlacesThanPeople, ActiviteitFailures.PostcodeUnknown);

    private static async Task<Results<Ok<SessieAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid sessieId, SessieWijziging change, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (change.Postcode is { } postcode && !Postcode4.TryFind(postcode, out _))
            return ActiviteitFailures.PostcodeUnknown.ToProblem();

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await SessieStore.LockOwnAsync(connection, id, sessieId, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return SessieFailures.Unknown.ToProblem();
        if (SessieRules.IsOver(Words.Read<Sessiestatus>(row.SessieStatus), row.BegintOp, now))
            return SessieFailures.Over.ToProblem();
        if (change.Capaciteit < row.Bezet)
            return SessieFailures.FewerPlacesThanPeople.ToProblem($"Er zijn {row.Bezet} plaatsen bezet.");

        var changed = row with { Capaciteit = change.Capaciteit, Postcode = change.Postcode, Locatienaam = change.Locatienaam, GewijzigdOp = now };
        await SessieStore.UpdateAsync(connection, changed, http.RequestAborted);
        await Wachtlijst.OfferFreePlacesAsync(connection, sessieId, now, http.RequestAborted);
        return TypedResults.Ok(SessieAnswer.Of((await SessieStore.LockOwnAsync(connection, id, sessieId, http.User.PartnerId(), http.RequestAborted))!));
    }
}

/// <summary>What may change of a session.</summary>
public sealed record SessieWijziging(
    [property: Range(1, 1_000), Description("Aantal plaatsen.")] int Capaciteit,
    [property: RegularExpression("^[1-9][0-9]{3}$"), Description("Alleen als de sessie ergens anders is dan de activiteit.")] string? Postcode = null,
    [property: StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Naam van die andere plek.")]
    string? Locatienaam = null);
