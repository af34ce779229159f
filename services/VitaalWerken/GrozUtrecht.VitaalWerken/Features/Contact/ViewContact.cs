using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Contact;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Contact;

/// <summary>Whom to call.</summary>
public sealed record ContactAnswer(
    [property: Description("Hoe deze persoon genoemd wil worden.")] string Naam,
    [property: Description("E-mailadres; ontbreekt als het niet is vastgelegd.")] string? Email,
    [property: Description("Telefoonnummer; ontbreekt als het niet is vastgelegd.")] string? Telefoon);

/// <summary><c>GET …/contactpersoon</c>: for its own partner, for the coordinator, and for the other side once both accepted a koppeling.</summary>
internal static class ViewContact
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bedrijven/{id:guid}/contactpersoon", OfBedrijf)
            .WithName("GetBedrijfcontact")
            .WithSummary("Contactpersoon van een bedrijf")
            .WithDescription("Voor de eigen partner, voor wie het netwerk coördineert, en voor een leverancier met wie een koppeling is gemaakt.")
            .MayFail(ContactFailures.Unknown);
        api.MapGet("/leveranciers/{id:guid}/contactpersoon", OfLeverancier)
            .WithName("GetLeveranciercontact")
            .WithSummary("Contactpersoon van een leverancier")
            .WithDescription("Voor de eigen partner, voor wie het gebied coördineert, en voor een bedrijf waarmee een koppeling is gemaakt.")
            .MayFail(ContactFailures.Unknown);
    }

    private static async Task<Results<Ok<ContactAnswer>, ProblemHttpResult>> OfBedrijf(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var maySee = await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is not null
            || await ContactStore.IsLinkedToBedrijfAsync(connection, id, http.User.PartnerId(), http.RequestAborted);
        return await AnswerAsync(connection, id, maySee, http);
    }

    private static async Task<Results<Ok<ContactAnswer>, ProblemHttpResult>> OfLeverancier(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await LeverancierStore.FindAsync(connection, id, http.RequestAborted) is not { } row)
            return ContactFailures.Unknown.ToProblem();
        var maySee = row.PartnerId == http.User.PartnerId()
            || await Toegang.IsCoordinatorAsync(connection, row.Gebied, http.User, http.RequestAborted)
            || await ContactStore.IsLinkedToLeverancierAsync(connection, id, http.User.PartnerId(), http.RequestAborted);
        return await AnswerAsync(connection, id, maySee, http);
    }

    private static async Task<Results<Ok<ContactAnswer>, ProblemHttpResult>> AnswerAsync(NpgsqlConnection connection, Guid id, bool maySee, HttpContext http)
    {
        if (!maySee || await ContactStore.FindAsync(connection, id, http.RequestAborted) is not { } contact)
            return ContactFailures.Unknown.ToProblem();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ContactAnswer(contact.Naam, contact.Email, contact.Telefoon));
    }
}
