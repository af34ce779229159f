using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>The quarters that there are figures of.</summary>
public sealed record MomentopnamenAnswer(IReadOnlyList<MomentopnameAnswer> Items);

/// <summary><c>GET /groepscijfers/momentopnamen</c>: the quarters that can be asked for.</summary>
internal static class ListMomentopnamen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/groepscijfers/momentopnamen", Handle)
        .RequireScope(GroepscijfersSetup.Scope)
        .WithSummary("Momentopnamen van groepscijfers")
        .WithDescription("De kwartalen waarvan er groepscijfers zijn, het nieuwste eerst.");

    private static async Task<Ok<MomentopnamenAnswer>> Handle(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await GroepscijferStore.MomentopnamenAsync(connection, cancellationToken);
        return TypedResults.Ok(new MomentopnamenAnswer([.. rows.Select(MomentopnameAnswer.Of)]));
    }
}
