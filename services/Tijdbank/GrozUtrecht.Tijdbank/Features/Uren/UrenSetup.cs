using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>The capability Uren: hours are reported, confirmed and credited.</summary>
internal static class UrenSetup
{
    public static void AddUren(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Urenrekeningen>();
        builder.Services.AddScoped<Bijschrijvingen>();
        builder.Services.AddScoped<Terugboekingen>();
        builder.Services.AddScoped<BevestigdeUren>();
        builder.Services.AddScoped<Urenstappen>();
        builder.Services.AddScoped<Urenimport>();
        builder.Services.AddScoped<Urentermijnen>();
        builder.Services.AddScoped<IPersoonEraser, UrenEraser>();
        builder.Services.AddHostedService<UrentermijnenRonde>();
    }

    public static void MapUren(this RouteGroupBuilder api)
    {
        ListUrensoorten.Map(api);
        ReportUren.Map(api);
        ListUrenregistraties.Map(api);
        GetUrenregistratie.Map(api);
        ConfirmUren.Map(api);
        ConfirmManyUren.Map(api);
        ImportUren.Map(api);
        CorrectUren.Map(api);
        AcceptCorrectie.Map(api);
        DisputeUren.Map(api);
        DecideUren.Map(api);
        WithdrawUren.Map(api);
        TakeBackUren.Map(api);
    }
}
