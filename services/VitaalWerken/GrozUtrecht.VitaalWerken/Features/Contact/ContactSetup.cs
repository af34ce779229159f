using GrozUtrecht.Personen;
using GrozUtrecht.VitaalWerken.Data.Contact;

namespace GrozUtrecht.VitaalWerken.Features.Contact;

/// <summary>Whom to call at a company or a supplier.</summary>
internal static class ContactSetup
{
    public static void AddContact(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<IPersoonEraser, ContactEraser>();

    public static void MapContact(this RouteGroupBuilder api)
    {
        KeepContact.Map(api);
        ViewContact.Map(api);
    }
}
