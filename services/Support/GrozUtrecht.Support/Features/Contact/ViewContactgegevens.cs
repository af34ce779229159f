using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Contact;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Afspraken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Support.Features.Contact;

/// <summary>One side wants to reach the other.</summary>
public sealed record ViewContactgegevensRequest([property: Description("Wie kijkt; te zien is de andere kant.")] Rol Rol);

/// <summary>How to reach the other side.</summary>
internal sealed record ContactgegevensResponse(
    [property: Description("Hoe deze persoon genoemd wil worden.")] string Naam,
    [property: Description("Telefoonnummer; ontbreekt als het niet is vastgelegd.")] string? Telefoon,
    [property: Description("E-mailadres; ontbreekt als het niet is vastgelegd.")] string? Email,
    [property: Description("Waar de afspraak is; ontbreekt als het niet is vastgelegd.")] string? Adres);

/// <summary>
/// Shows contact data and remembers the look in one transaction. An Idempotency-Key is refused, because its answer is kept beside the
/// key and would be a second place where contact data stands; looking again is another look.
/// </summary>
internal static class ViewContactgegevens
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/afspraken/{id:guid}/contactinzages", HandleAsync)
        .RequireScope(ContactFailures.Scope)
        .WithSummary("Bekijk hoe de andere kant te bereiken is")
        .WithDescription(
            "Alleen als beide kanten ja zeiden, tot kort na de afspraak, en niet als die niet doorgaat. Elke inzage wordt vastgelegd; de persoon kan zien wie "
            + "er keek. Een Idempotency-Key wordt hier geweigerd, omdat het antwoord niet wordt bewaard.")
        .MayFail(AfspraakFailures.Unknown, ContactFailures.Unknown, ContactFailures.NotAllowed, ContactFailures.NotKept);

    private static async Task<Results<Ok<ContactgegevensResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        ViewContactgegevensRequest request,
        HttpContext http,
        UnitOfWork work,
        IOptions<ContactSettings> settings,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
        {
            return ContactFailures.NotKept.ToProblem("Laat de Idempotency-Key weg. Een herhaald verzoek is een nieuwe inzage.");
        }

        var (partnerId, now) = (http.User.PartnerId(), clock.GetUtcNow());
        var connection = await work.OpenAsync(cancellationToken);
        // Who calls off or is removed at this moment is before or after this look, and not halfway.
        if (await HulpvraagStore.LockOfAfspraakAsync(connection, partnerId, id, cancellationToken) is null
            || await AfspraakStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } afspraak)
        {
            return AfspraakFailures.Unknown.ToProblem();
        }

        var endsAt = afspraak.BegintOp.AddMinutes(afspraak.DuurMinuten);
        if (!Contacttermijn.MaySee(afspraak.ToDomain().Status, endsAt, now, TimeSpan.FromDays(settings.Value.DaysAfter)))
        {
            return ContactFailures.NotAllowed.ToProblem($"De afspraak is {afspraak.Status}.");
        }

        if (await ContactStore.OtherSideAsync(connection, id, request.Rol is Rol.Helper, cancellationToken) is not { } persoonId
            || await ContactStore.FindAsync(connection, partnerId, persoonId, cancellationToken) is not { } contact)
        {
            return ContactFailures.Unknown.ToProblem();
        }

        var inzage = new InzageRow
        {
            Id = Guid.CreateVersion7(now),
            AfspraakId = id,
            Rol = Words<Rol>.Of(request.Rol),
            ClientId = http.User.ClientId(),
            IngezienOp = now,
        };
        await ContactStore.LogAsync(connection, partnerId, persoonId, inzage, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ContactgegevensResponse(contact.Naam, contact.Telefoon, contact.Email, contact.Adres));
    }
}
