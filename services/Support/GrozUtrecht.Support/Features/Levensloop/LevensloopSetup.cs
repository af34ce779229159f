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
    }
}
