using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurten;

/// <summary>A buurt as partners see it.</summary>
internal sealed record BuurtResponse(
    [property: Description("Id van de buurt.")] Guid Id,
    [property: Description("Naam van de buurt.")] string Naam,
    [property: Description("De postcodes die erbij horen, elk vier cijfers.")] IReadOnlyList<string> Postcodes,
    [property: Description("Moment waarop de buurt werd vastgelegd.")] DateTimeOffset AangemaaktOp);

/// <summary>What a buurt is; the same when it is made and when it is changed.</summary>
public sealed record BuurtInhoud(
    [property: Description("Naam van de buurt, bij een organisatie eenmalig."), RegularExpression(@"^\S([^\u0000-\u001f\u007f]*\S)?$", ErrorMessage = "Begin en eindig met een letter of cijfer.")]
    [property: Required(ErrorMessage = "Geef de buurt een naam."), StringLength(80, ErrorMessage = "Een naam is hooguit 80 tekens.")]
    string Naam,
    [property: Description("De postcodes die erbij horen, elk vier cijfers. Een postcode hoort bij een buurt tegelijk.")]
    [property: MinLength(1, ErrorMessage = "Noem minstens een postcode."), MaxLength(50, ErrorMessage = "Noem hooguit 50 postcodes.")]
    IReadOnlyList<string> Postcodes);

internal static class BuurtFailures
{
    public static readonly Failure Unknown = new("support.buurt.onbekend", StatusCodes.Status404NotFound, "Deze buurt bestaat niet");

    public static readonly Failure NotYours = new(
        "support.buurt.ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze buurt is er niet een van uw organisatie");

    public static readonly Failure NameTaken = new("support.buurt.naam-bezet", StatusCodes.Status409Conflict, "Er is al een buurt met deze naam");

    public static readonly Failure PostcodeTaken = new("support.buurt.postcode-bezet", StatusCodes.Status409Conflict, "Een postcode hoort al bij een andere buurt");

    /// <summary>Why a buurt cannot be like this; null when it can. Takes the lock under which it may then be saved.</summary>
    public static async Task<ProblemHttpResult?> RefuseAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, BuurtInhoud inhoud, CancellationToken cancellationToken)
    {
        if (inhoud.Postcodes.FirstOrDefault(code => !Postcode4.TryFind(code, out _)) is not null || inhoud.Postcodes.Contains(null))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        await BuurtStore.LockAllAsync(connection, partnerId, cancellationToken);
        if (await BuurtStore.IsNameTakenAsync(connection, partnerId, id, inhoud.Naam, cancellationToken))
        {
            return NameTaken.ToProblem("Kies een andere naam, of wijzig de buurt die er al is.");
        }

        return await BuurtStore.FindTakenAsync(connection, partnerId, id, [.. inhoud.Postcodes], cancellationToken) is { } taken
            ? PostcodeTaken.ToProblem($"Haal {taken} eerst bij de andere buurt weg.")
            : FreeText.Refuse(inhoud.Naam);
    }
}
