using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Students: practice agreements, signed-off hours and hours statements.</summary>
internal static class OnderwijsSetup
{
    public static void AddOnderwijs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<IPersoonEraser, OnderwijsEraser>();
        builder.Services.AddSingleton<Bewaartermijn>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Bewaartermijn>());
    }

    public static void MapOnderwijs(this RouteGroupBuilder api)
    {
        ProposePraktijkovereenkomst.Map(api);
        ListPraktijkovereenkomsten.Map(api);
        GetPraktijkovereenkomst.Map(api);
        ChangePraktijkovereenkomst.Map(api);
        SignPraktijkovereenkomst.Map(api);
        EndPraktijkovereenkomst.Map(api);
        SignOffUren.Map(api);
        ListAftekeningen.Map(api);
        IssueUrenverklaring.Map(api);
        ListUrenverklaringen.Map(api);
        GetUrenverklaring.Map(api);
        GetDocument.Map(api);
        GetCredential.Map(api);
        WithdrawUrenverklaring.Map(api);
        GetGeldigheid.Map(api);
    }
}
