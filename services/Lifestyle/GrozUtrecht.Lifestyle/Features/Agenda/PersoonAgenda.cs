using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Telemetry;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>
/// <c>GET /open/agenda/personen/{geheim}.ics</c>: where one person takes part, for who holds the secret. Before anything else sees the
/// path the secret is taken out of it, so it stands in no log and no trace; that is why the route has no parameter.
/// </summary>
internal static class PersoonAgenda
{
    public const string Path = AgendaSetup.Path + "/personen/";
    private const string Extension = ".ics";
    private const int DaysAhead = 400;
    private const int MaximumSessies = 500;

    public static void Map(IEndpointRouteBuilder open) => open.MapMethods($"/personen/{SecretPath.Hidden}", AgendaSetup.ReadMethods, Handle);

    private static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var name = http.PathSecret() ?? "";
        if (!name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || Agendageheim.TryHash(name[..^Extension.Length]) is not { } hash)
            return RequestFailures.NotFound.ToProblem();

        var venster = Agendavenster.Of(clock.GetUtcNow(), DaysAhead, MaximumSessies);
        return await AgendaStore.OfLinkAsync(database, hash, venster, http.RequestAborted) is { } rows
            ? AgendaAnswers.Of(http, "Mijn activiteiten", rows, isPersonal: true)
            : RequestFailures.NotFound.ToProblem();
    }
}
