namespace GrozUtrecht.Support.Features.Aanbiedingen;

internal static class AanbiedingenSetup
{
    public static void MapAanbiedingen(this RouteGroupBuilder api)
    {
        OfferTime.Map(api);
        GetAanbieding.Map(api);
        ListAanbiedingen.Map(api);
        WithdrawAanbieding.Map(api);
        ListFittingHulpvragen.Map(api);
    }
}
