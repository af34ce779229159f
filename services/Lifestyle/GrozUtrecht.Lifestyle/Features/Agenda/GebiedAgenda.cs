using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary><c>GET /open/agenda/gebieden/{gebied}.ics</c>: everything that is published in one area, the next three months.</summary>
internal static class GebiedAgenda
{
    private const int DaysAhead = 92;
    private const int MaximumSessies = 2_000;

    public static void Map(IEndpointRouteBuilder open) => open.MapMethods("/gebieden/{gebied}.ics", AgendaSetup.ReadMethods, Handle);

    private static async Task<IResult> Handle(string gebied, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (!Gebied.TryFind(gebied, out var found))
            return RequestFailures.NotFound.ToProblem();

        string[] postcodes = [.. found.Postcodes.Select(postcode => postcode.ToString())];
        var venster = Agendavenster.Of(clock.GetUtcNow(), DaysAhead, MaximumSessies);
        return AgendaAnswers.Of(http, $"Lifestyle {found.Naam}", await AgendaStore.OfPostcodesAsync(database, postcodes, venster, http.RequestAborted));
    }
}
