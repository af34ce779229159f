using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Inzagesleutels;

/// <summary>Something that happened to one's key.</summary>
internal sealed record SleutelgebeurtenisAnswer(
    [property: Description("uitgegeven, heruitgave-gevraagd, heruitgave-vervallen of heruitgave-ingegaan.")] string Gebeurtenis,
    [property: Description("De partner die dit deed.")] Guid PartnerId,
    [property: Description("Het systeem van die partner.")] string ClientId,
    [property: Description("Wanneer.")] DateTimeOffset Op)
{
    public static SleutelgebeurtenisAnswer Of(Sleutelgebeurtenis row) => new(row.Gebeurtenis, row.PartnerId, row.ClientId, row.Op);
}

/// <summary><c>GET /personen/{persoonId}/sleutelgebeurtenissen</c>: who handed out a key, for the person whose key it is.</summary>
internal static class ListSleutelgebeurtenissen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/personen/{persoonId:guid}/sleutelgebeurtenissen", Handle)
        .WithSummary("Logboek van de eigen sleutel")
        .WithDescription("Wie een sleutel uitgaf of opnieuw aanvroeg, en wanneer; de nieuwste eerst, ten hoogste 200.")
        .Produces<CursorPage<SleutelgebeurtenisAnswer>>()
        .MayFail(InzagesleutelFailures.All);

    private static async Task<IResult> Handle(Guid persoonId, [AsParameters] Sleutelheader sleutel, HttpContext http, Inzage inzage, NpgsqlDataSource database)
    {
        var (houder, refusal) = await inzage.OpenAsync(http, persoonId, sleutel);
        if (houder is null)
            return refusal!;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await Sleutellogboek.ListAsync(connection, houder.PersoonId, http.RequestAborted);
        return TypedResults.Ok(new CursorPage<SleutelgebeurtenisAnswer>([.. rows.Select(SleutelgebeurtenisAnswer.Of)]));
    }
}
