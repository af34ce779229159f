using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Telemetry;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>Calendars in iCalendar: of an activity and an area for everybody, of a person for who holds a link.</summary>
internal static class AgendaSetup
{
    public const string Path = "/open/agenda";

    public static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void AddAgenda(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<IPersoonEraser, AgendalinkStore>();
        builder.Services.HideSecretsAfter(PersoonAgenda.Path);
    }

    public static void MapAgenda(this RouteGroupBuilder api)
    {
        CreateAgendalink.Map(api);
        GetAgendalink.Map(api);
        WithdrawAgendalink.Map(api);
    }

    /// <summary>The calendars lie outside the versioned API: what asks for them knows no token and no JSON.</summary>
    public static void MapAgendaFeeds(this IEndpointRouteBuilder app)
    {
        var open = app.MapPublicFeed(Path);
        ActiviteitAgenda.Map(open);
        GebiedAgenda.Map(open);
        PersoonAgenda.Map(open);
    }
}
