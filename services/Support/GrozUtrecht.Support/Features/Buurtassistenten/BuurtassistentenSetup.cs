using GrozUtrecht.Personen;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Support.Data.Buurten;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Buurtassistenten, their duties, and who is present now.</summary>
internal static class BuurtassistentenSetup
{
    public static void AddBuurtassistenten(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPersoonEraser, BuurtassistentEraser>();
        builder.AddAanwezigheid();
    }

    public static void MapBuurtassistenten(this RouteGroupBuilder api)
    {
        RegisterBuurtassistent.Map(api);
        GetBuurtassistent.Map(api);
        ListBuurtassistenten.Map(api);
        ChangeBuurtassistent.Map(api);
        PlanDienst.Map(api);
        PlanDienstreeks.Map(api);
        GetDienst.Map(api);
        ListDiensten.Map(api);
        ListDienstdoenden.Map(api);
        TakeOverDienst.Map(api);
        SwapDiensten.Map(api);
        CancelDienst.Map(api);
        SignAanwezigheid.Map(api);
        EndAanwezigheid.Map(api);
        GetAanwezigheid.Map(api);
    }
}
