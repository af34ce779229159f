using GrozUtrecht.Personen;
using GrozUtrecht.Support.Data;

namespace GrozUtrecht.Support.Features.Hulpvragen;

internal static class HulpvragenSetup
{
    public static void AddHulpvragen(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<IPersoonEraser, HulpEraser>();

    public static void MapHulpvragen(this RouteGroupBuilder api)
    {
        SubmitHulpvraag.Map(api);
        GetHulpvraag.Map(api);
        ListHulpvragen.Map(api);
        WithdrawHulpvraag.Map(api);
        ListBeurten.Map(api);
        GetToestemming.Map(api);
        WithdrawToestemming.Map(api);
    }
}
