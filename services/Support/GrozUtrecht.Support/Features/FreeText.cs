using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features;

/// <summary>What holds for every text that people write themselves.</summary>
internal static class FreeText
{
    public static readonly Failure HoldsBsn = new(
        "support.tekst.bsn", StatusCodes.Status422UnprocessableEntity, "De tekst bevat een getal dat een burgerservicenummer kan zijn");

    public static readonly Failure Unreadable = new(
        "support.tekst.onleesbaar", StatusCodes.Status422UnprocessableEntity, "De tekst bevat tekens die niet te tonen zijn");

    /// <summary>Why the text is refused; null when it is fine. The answer never repeats the text.</summary>
    public static ProblemHttpResult? Refuse(string text)
    {
        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
        {
            return Unreadable.ToProblem("Laat stuurtekens weg.");
        }

        return Burgerservicenummer.IsIn(text)
            ? HoldsBsn.ToProblem("Hier wordt geen burgerservicenummer bewaard. Laat het weg, of schrijf een ander getal van negen cijfers anders op.")
            : null;
    }
}
