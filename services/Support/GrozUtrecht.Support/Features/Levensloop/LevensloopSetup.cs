using GrozUtrecht.Support.Features.Afspraken;
using GrozUtrecht.Support.Features.Matching;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>From proposal to confirmation: the terms, and what moves a hulpvraag along.</summary>
internal static class LevensloopSetup
{
    public static void AddLevensloop(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LevensloopSettings>()
            .Bind(builder.Configuration.GetSection(LevensloopSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddScoped<Voorstellen>();
        builder.Services.AddScoped<Instemmingen>();
        builder.Services.AddScoped<Afwijzingen>();
        builder.Services.AddScoped<Zoektocht>();
        builder.Services.AddScoped<Afmeldingen>();
        builder.Services.AddScoped<Bevestigingen>();
        builder.Services.AddScoped<Vervolg>();
        builder.Services.AddScoped<Levensloopstap>();
        builder.Services.AddScoped<Herinneringen>();
        builder.Services.AddSingleton<Levensloopronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Levensloopronde>());
    }
}
