using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Personen;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>Taking part in sessions: registering, waiting, coming.</summary>
internal static class DeelnamesSetup
{
    /// <summary>What seeing how to reach a guest asks beside the service's own scope.</summary>
    public const string ContactScope = "lifestyle:contactgegevens";

    public static void AddDeelnames(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sessiepoorten>();
        builder.Services.AddScoped<Sessiepoort>();
        builder.Services.AddScoped<Inschrijving>();
        builder.Services.AddScoped<Wachtlijst>();
        builder.Services.AddScoped<Aanwezigheid>();
        builder.Services.AddScoped<Afsluiting>();
        builder.Services.AddScoped<Vergeten>();
        builder.Services.AddScoped<IPersoonEraser, Vergeten>();
        builder.Services.AddSingleton<Wachtlijstronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Wachtlijstronde>());
    }

    public static void MapDeelnames(this RouteGroupBuilder api)
    {
        RegisterDeelname.Map(api);
        ListDeelnamesOfSessie.Map(api);
        CheckIn.Map(api);
        ListDeelnames.Map(api);
        GetDeelname.Map(api);
        AcceptPlaats.Map(api);
        CancelDeelname.Map(api);
        ViewGast.Map(api);
        ForgetGast.Map(api);
    }
}
