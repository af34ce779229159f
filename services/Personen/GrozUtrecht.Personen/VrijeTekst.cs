using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Personen;

/// <summary>What holds for every text that people write themselves.</summary>
/// <param name="service">The first part of the failure codes.</param>
public sealed class VrijeTekst(string service)
{
    public Failure HoldsBsn { get; } = new(
        $"{service}.tekst.bsn", StatusCodes.Status422UnprocessableEntity, "De tekst bevat een getal dat een burgerservicenummer kan zijn");

    public Failure Unreadable { get; } = new(
        $"{service}.tekst.onleesbaar", StatusCodes.Status422UnprocessableEntity, "De tekst bevat tekens die niet te tonen zijn");

    /// <summary>Why one of the texts is refused; null when all are fine. The answer never repeats the text.</summary>
    public ProblemHttpResult? Refuse(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null)
                continue;
            if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
                return Unreadable.ToProblem("Laat stuurtekens weg.");
            if (Burgerservicenummer.IsIn(text))
                return HoldsBsn.ToProblem("Hier wordt geen burgerservicenummer bewaard. Laat het weg, of schrijf een ander getal van negen cijfers anders op.");
        }

        return null;
    }
}
