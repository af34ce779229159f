using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Contact;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Contact;

/// <summary>Whom to call.</summary>
public sealed record ContactBody(
    [property: Required, StringLength(80, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Hoe deze persoon genoemd wil worden.")]
    string Naam,
    [property: StringLength(254, MinimumLength = 5), RegularExpression(@"^[^@\s]+@[^@\s]+$"), Description("E-mailadres.")] string? Email = null,
    [property: RegularExpression(@"^\+?[0-9 ()-]{6,19}$"), Description("Telefoonnummer.")] string? Telefoon = null,
    [property: Description("Het id van Identity, als deze persoon daar bekend is: dan verdwijnt dit contact als de persoon wordt verwijderd.")]
    Guid? PersoonId = null);

/// <summary><c>PUT</c> and <c>DELETE …/contactpersoon</c> of a company or a supplier, by its own partner.</summary>
internal static class KeepContact
{
    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var (path, van, name) in new[] { ("bedrijven", ContactStore.VanBedrijf, "Bedrijf"), ("leveranciers", ContactStore.VanLeverancier, "Leverancier") })
        {
            api.MapPut($"/{path}/{{id:guid}}/contactpersoon", (Guid id, ContactBody body, HttpContext http, UnitOfWork work, TimeProvider clock) =>
                    SaveAsync(van, id, body, http, work, clock))
                .WithName($"Save{name}contact")
                .WithSummary($"Contactpersoon van een {van} vastleggen")
                .WithDescription("Door de eigen partner; vervangt wie er stond. Staat apart van al het andere.")
                .MayFail(ContactFailures.Unknown, ContactFailures.Unreachable, ContactFailures.PersoonRemoved, FreeText.HoldsBsn);
            api.MapDelete($"/{path}/{{id:guid}}/contactpersoon", (Guid id, HttpContext http, UnitOfWork work) => RemoveAsync(van, id, http, work))
                .WithName($"Remove{name}contact")
                .WithSummary($"Contactpersoon van een {van} wissen")
                .WithDescription("Door de eigen partner.")
                .MayFail(ContactFailures.Unknown);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SaveAsync(
        string van, Guid id, ContactBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Email is null && body.Telefoon is null)
            return ContactFailures.Unreachable.ToProblem();
        if (FreeText.Refuse(body.Naam, body.Telefoon) is { } refused)
            return refused;

        var connection = await work.OpenAsync(http.RequestAborted);
        if (!await IsOwnAsync(connection, van, id, http))
            return ContactFailures.Unknown.ToProblem();
        if (body.PersoonId is { } persoonId && await PersoonStore.IsRemovedAsync(connection, persoonId, http.RequestAborted))
            return ContactFailures.PersoonRemoved.ToProblem();

        var row = new ContactRow
        {
            Id = id, Van = van, Naam = body.Naam, Email = body.Email, Telefoon = body.Telefoon, PersoonId = body.PersoonId, GewijzigdOp = clock.GetUtcNow(),
        };
        await ContactStore.SaveAsync(connection, row, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string van, Guid id, HttpContext http, UnitOfWork work)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (!await IsOwnAsync(connection, van, id, http))
            return ContactFailures.Unknown.ToProblem();
        await ContactStore.RemoveAsync(connection, id, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<bool> IsOwnAsync(NpgsqlConnection connection, string van, Guid id, HttpContext http) => van == ContactStore.VanBedrijf
        ? await Toegang.FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is { Rol: Rol.Bedrijf }
        : await LeverancierStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not null;
}
