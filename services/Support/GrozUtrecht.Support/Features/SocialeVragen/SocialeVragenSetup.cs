using GrozUtrecht.Personen;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>The inbox of social questions.</summary>
internal static class SocialeVragenSetup
{
    public static void AddSocialeVragen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SocialeVraagSettings>()
            .Bind(builder.Configuration.GetSection(SocialeVraagSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<IPersoonEraser, SocialeVraagEraser>();
        builder.Services.AddScoped<SocialeVraagTermijn>();
        builder.Services.AddSingleton<SocialeVraagTermijnen>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SocialeVraagTermijnen>());
    }

    public static void MapSocialeVragen(this RouteGroupBuilder api)
    {
        AskSocialeVraag.Map(api);
        GetSocialeVraag.Map(api);
        ListSocialeVragen.Map(api);
        ListOpvolgingen.Map(api);
        PickUpSocialeVraag.Map(api);
        ParkSocialeVraag.Map(api);
        ResumeSocialeVraag.Map(api);
        PlanOpvolging.Map(api);
        CompleteSocialeVraag.Map(api);
        AddNotitie.Map(api);
        ListNotities.Map(api);
        ListGeschiedenis.Map(api);
        AskOverdracht.Map(api);
        AcceptOverdracht.Map(api);
        RefuseOverdracht.Map(api);
        WithdrawOverdracht.Map(api);
        ListOverdrachten.Map(api);
        GetWachttijden.Map(api);
    }
}
