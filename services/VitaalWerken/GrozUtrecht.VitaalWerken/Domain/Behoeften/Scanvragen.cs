namespace GrozUtrecht.VitaalWerken.Domain.Behoeften;

/// <summary>The questions of the employees' scan, in words of our own: a mark from 0 to 10, where 10 is as good as it can be.</summary>
internal static class Scanvragen
{
    public const int MostWensen = 3;

    public static string Of(Onderwerp onderwerp) => onderwerp switch
    {
        Onderwerp.Bewegen => "Beweeg je genoeg op een werkdag?",
        Onderwerp.Voeding => "Lukt het om op je werk gezond te eten en te drinken?",
        Onderwerp.Slaap => "Slaap je goed genoeg om uitgerust aan het werk te gaan?",
        Onderwerp.StressEnBalans => "Is je werk goed te doen naast de rest van je leven?",
        Onderwerp.MentaleVeerkracht => "Kun je tegen een stootje op je werk?",
        Onderwerp.RokenEnAlcohol => "Ben je tevreden over hoeveel je rookt of drinkt?",
        Onderwerp.Werkplek => "Kun je op je werkplek werken zonder pijn of klachten?",
        Onderwerp.MantelzorgEnWerk => "Kun je werk en zorgen voor een ander goed samen doen?",
        Onderwerp.Geldzorgen => "Kun je zonder zorgen over geld aan het werk?",
        Onderwerp.Verbinding => "Voel je je thuis bij je collega's?",
        Onderwerp.Zingeving => "Doet je werk ertoe voor jou?",
        _ => "Kun je in je werk leren en verder komen?",
    };
}
