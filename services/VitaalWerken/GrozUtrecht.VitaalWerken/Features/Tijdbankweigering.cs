namespace GrozUtrecht.VitaalWerken.Features;

/// <summary>What to do about a refusal of the Tijdbank, in a sentence.</summary>
internal static class Tijdbankweigering
{
    public static string Explain(string? code) => code switch
    {
        "tijdbank.wijkpot.onbekend" => "Deze wijkpot bestaat niet. Vraag de ontvanger het juiste id en bied opnieuw aan.",
        "tijdbank.wijkpot.gesloten" => "Deze wijkpot is gesloten. Kies een andere wijkpot en bied opnieuw aan.",
        "tijdbank.wijkpot.andere-beheerder" => "Deze wijkpot beheert een andere partner. Noem de partner die haar beheert en bied opnieuw aan.",
        "tijdbank.overboeking.saldo-te-hoog" => "Er mag niet zo veel op deze rekening staan. Kies een andere, of wacht tot er is besteed, en vraag het opnieuw.",
        "tijdbank.overboeking.saldo-ontoereikend" => "Er staat niet genoeg op de rekening. Kies een andere, of wacht tot er genoeg op staat, en vraag het opnieuw.",
        "tijdbank.overboeking.rekening-onbekend" => "Een van de rekeningen bestaat niet of is niet van deze partij. Vraag het juiste id en vraag het opnieuw.",
        "tijdbank.overboeking.rekening-niet-van-u" => "Van deze rekening mag uw organisatie niet betalen. Kies een rekening die zij beheert.",
        "tijdbank.overboeking.rekening-gesloten" => "De rekening is gesloten. Kies een andere en vraag het opnieuw.",
        "tijdbank.overboeking.niet-besteedbaar" => "De uren op deze rekening tellen mee, maar zijn niet te besteden. Kies een andere rekening.",
        "tijdbank.overboeking.eenheid-verschilt" => "Deze rekening telt niet in minuten. Kies een andere.",
        _ => "De Tijdbank weigerde. Vraag het opnieuw, of neem contact op met de beheerder van het platform.",
    };
}
