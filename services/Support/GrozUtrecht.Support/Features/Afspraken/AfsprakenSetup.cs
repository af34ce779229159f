namespace GrozUtrecht.Support.Features.Afspraken;

internal static class AfsprakenSetup
{
    public static void MapAfspraken(this RouteGroupBuilder api)
    {
        GetAfspraak.Map(api);
        ListAfspraken.Map(api);
        ConfirmAfspraak.Map(api);
        CancelAfspraak.Map(api);
    }
}
