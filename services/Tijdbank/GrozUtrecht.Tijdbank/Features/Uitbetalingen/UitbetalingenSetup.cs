using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

internal static class UitbetalingenSetup
{
    /// <summary>Converting hours into money: who takes part, the caps, the requests, and the bank.</summary>
    internal static void AddUitbetalingen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<VersleutelingSettings>, VersleutelingSettingsRules>();
        builder.Services.AddOptions<VersleutelingSettings>()
            .Bind(builder.Configuration.GetSection(VersleutelingSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<VersleutelingSettings>>().Value.ToKluis());
        builder.Services.AddSingleton<BegunstigdeStore>();
        builder.Services.AddSingleton<BetaalbatchStore>();
        builder.Services.AddScoped<Uitbetalingseinde>();
        builder.Services.AddScoped<Bankafhandeling>();
        builder.Services.AddScoped<IPersoonEraser, UitbetalingenEraser>();
        builder.Services.AddSingleton<UitbetalingenCleanup>();
        builder.Services.AddHostedService(services => services.GetRequiredService<UitbetalingenCleanup>());
    }

    internal static void MapUitbetalingen(this RouteGroupBuilder api)
    {
        SaveDeelnemer.Map(api);
        GetDeelnemer.Map(api);
        SaveBegunstigde.Map(api);
        GetBegunstigde.Map(api);
        SaveVergoedingsnorm.Map(api);
        ListVergoedingsnormen.Map(api);
        SaveBetaalrekening.Map(api);
        GetBetaalrekening.Map(api);
        RegisterStorting.Map(api);
        RequestUitbetaling.Map(api);
        ListUitbetalingen.Map(api);
        GetUitbetaling.Map(api);
        ApproveUitbetaling.Map(api);
        RejectUitbetaling.Map(api);
        WithdrawUitbetaling.Map(api);
        CreateBetaalbatch.Map(api);
        GetBetaalbatch.Map(api);
        GetPain001.Map(api);
        ReceiveBankantwoord.Map(api);
    }
}
