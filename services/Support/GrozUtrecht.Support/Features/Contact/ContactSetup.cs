using GrozUtrecht.Personen;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Contact;

namespace GrozUtrecht.Support.Features.Contact;

/// <summary>How people reach each other, kept apart from everything else.</summary>
internal static class ContactSetup
{
    public static void AddContact(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ContactSettings>()
            .Bind(builder.Configuration.GetSection(ContactSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<IPersoonEraser, ContactEraser>();
    }

    public static void MapContact(this RouteGroupBuilder api)
    {
        SaveContactgegevens.Map(api);
        RemoveContactgegevens.Map(api);
        ViewContactgegevens.Map(api);
        ListContactinzages.Map(api);
    }
}
