using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Features.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Ervaringen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Toestemmingen;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using GrozUtrecht.Personen;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>The leefstijlarrangement, and the insight that belongs to the resident.</summary>
internal static class MetingenSetup
{
    public static void AddMetingen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Inzage>();
        builder.Services.AddSingleton<IPersoonEraser, MetingenEraser>();
    }

    public static void MapMetingen(this RouteGroupBuilder api)
    {
        PublishVragenlijst.Map(api);
        ReadVragenlijsten.Map(api);
        Toestemmingsteksten.Map(api);
        EigenToestemmingen.Map(api);
        IssueInzagesleutel.Map(api);
        ListSleutelgebeurtenissen.Map(api);
        ProposeArrangement.Map(api);
        ProposeVersie.Map(api);
        AgreeToVersie.Map(api);
        StartArrangement.Map(api);
        EndArrangement.Map(api);
        ReadArrangementen.Map(api);
        ReadMeetmomenten.Map(api);
        SubmitMeting.Map(api);
        EigenInzicht.Map(api);
        EigenErvaringen.Map(api);
    }
}
