using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary><c>GET /open/agenda/activiteiten/{id}.ics</c>: the sessions of one published activity.</summary>
internal static class ActiviteitAgenda
{
    private const int DaysAhead = 730;
    private const int MaximumSessies = 1_000;

    public static void Map(IEndpointRouteBuilder open) => open.MapMethods("/activiteiten/{id:guid}.ics", AgendaSetup.ReadMethods, Handle);

    private static async Task<IResult> Handle(Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (await AgendaStore.FindNaamAsync(database, id, http.RequestAborted) is not { } naam)
            return ActiviteitFailures.Unknown.ToProblem();

        var venster = Agendavenster.Of(clock.GetUtcNow(), DaysAhead, MaximumSessies);
        return AgendaAnswers.Of(http, naam, await AgendaStore.OfActiviteitAsync(database, id, venster, http.RequestAborted));
    }
}
