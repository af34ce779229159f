using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Personen;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>Budgets of insurer and municipality for members of the collective insurance.</summary>
internal static class PreventiebudgetSetup
{
    /// <summary>Comes after the registrations: their eraser locks sessions, and whoever books locks the session before the budget.</summary>
    public static void AddPreventiebudget(this IHostApplicationBuilder builder) =>
        builder.Services.AddScoped<IPersoonEraser, PreventiebudgetEraser>();

    public static void MapPreventiebudget(this RouteGroupBuilder api)
    {
        CreatePreventiebudget.Map(api);
        ListPreventiebudgetten.Map(api);
        GetPreventiebudget.Map(api);
        UpdatePreventiebudget.Map(api);
        OpenPreventiebudget.Map(api);
        ClosePreventiebudget.Map(api);
        AdjustPreventiebudget.Map(api);
        ListBoekingen.Map(api);
        AddLid.Map(api);
        RemoveLid.Map(api);
        ReverseBesteding.Map(api);
        GetStand.Map(api);
        CreateDeclaratie.Map(api);
        ListDeclaraties.Map(api);
        GetDeclaratie.Map(api);
        GetDeclaratiebestand.Map(api);
    }
}
