using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>The words of the API as people read them.</summary>
internal static class AanbiederWords
{
    public static string Of(Taal taal, string soort) => Words.Read<Aanbiedersoort>(soort) switch
    {
        Aanbiedersoort.Professional => taal.Say("Professional", "Professional"),
        Aanbiedersoort.Ondernemer => taal.Say("Ondernemer uit de buurt", "Local entrepreneur"),
        Aanbiedersoort.ActieveBewoner => taal.Say("Actieve bewoner", "Active resident"),
        _ => taal.Say("Initiatief uit de buurt", "Neighbourhood initiative"),
    };

    public static string Areas(IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => Gebied.TryFind(code, out var gebied) ? gebied.Naam : code));

    /// <summary>What makes it easier to come, after a line break; nothing when there is none. The price says that it is free.</summary>
    public static Html Thresholds(Taal taal, IEnumerable<string> drempels)
    {
        var texts = drempels.Select(Words.Read<Drempel>).Where(drempel => drempel != Drempel.Gratis).Select(drempel => Of(taal, drempel)).ToList();
        return texts.Count == 0 ? Html.Nothing : Html.Of($"<br>{taal.Say("Goed om te weten:", "Good to know:")} {string.Join(", ", texts)}");
    }

    private static string Of(Taal taal, Drempel drempel) => drempel switch
    {
        Drempel.ZonderAanmelding => taal.Say("zonder aanmelden", "no need to register"),
        Drempel.Rolstoeltoegankelijk => taal.Say("toegankelijk met een rolstoel", "wheelchair accessible"),
        Drempel.Prikkelarm => taal.Say("met weinig prikkels", "calm surroundings"),
        Drempel.AlleenVrouwen => taal.Say("alleen voor vrouwen", "women only"),
        Drempel.KindWelkom => taal.Say("uw kind mag mee", "you may bring a child"),
        Drempel.EenvoudigNederlands => taal.Say("in eenvoudig Nederlands", "in simple Dutch"),
        Drempel.AndereTalen => taal.Say("ook in andere talen", "also in other languages"),
        _ => taal.Say("gratis", "free"),
    };
}
