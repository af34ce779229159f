using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>What the sociale kaart says of a place.</summary>
public sealed record LocatieInhoud(
    [property: Description("Naam van de plek, bijvoorbeeld Buurthuis Rosa."), StringLength(150, MinimumLength = 2), RegularExpression(Vorm.Regel)] string Naam,
    [property: Description("Straat en huisnummer van een openbare plek."), StringLength(120, MinimumLength = 2), RegularExpression(Vorm.Regel)] string Adres,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$")] string Postcode,
    [property: Description("De twee letters van de postcode."), RegularExpression("^[A-Z]{2}$")] string? PostcodeLetters = null,
    [property: Description("Hoe je er komt."), StringLength(500, MinimumLength = 1), RegularExpression(Vorm.Tekst)] string? Route = null,
    [property: Description("Wat de plek bruikbaar maakt voor meer mensen."), MaxLength(6)] IReadOnlyList<Toegankelijkheid>? Toegankelijkheid = null)
{
    /// <summary>Why it cannot stand like this; null when it can.</summary>
    internal ProblemHttpResult? Refuse() => Postcode4.TryFind(Postcode, out _)
        ? Vorm.Refuse(Naam, Adres, Route)
        : SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);

    internal LocatieRow PutInto(LocatieRow row) => row with
    {
        Naam = Naam,
        Adres = Adres,
        Postcode = Postcode,
        PostcodeLetters = PostcodeLetters,
        Route = Route,
        Toegankelijkheid = [.. (Toegankelijkheid ?? []).Distinct().Select(Words<Toegankelijkheid>.Of)],
    };
}

/// <summary>A place as a partner sees it.</summary>
internal sealed record LocatieAnswer(
    [property: Description("Id van de locatie.")] Guid Id,
    [property: Description("Organisatie waar de locatie bij hoort.")] Guid OrganisatieId,
    [property: Description("True als uw organisatie deze gegevens bijhoudt.")] bool Eigen,
    [property: Description("True als de locatie niet meer in gebruik is.")] bool Beeindigd,
    [property: Description("Wat de kaart zegt; stuur dit bij een wijziging in zijn geheel.")] LocatieInhoud Inhoud,
    [property: Description("Gemeente van de postcode.")] string Plaats,
    [property: Description("Gebied van het programma; ontbreekt als de postcode in geen gebied ligt.")] string? Gebied,
    [property: Description("Moment van de laatste wijziging.")] DateTimeOffset GewijzigdOp)
{
    public static LocatieAnswer Of(LocatieRow row, Guid partnerId)
    {
        var isKnown = Postcode4.TryFind(row.Postcode, out var postcode);
        return new(
            row.Id,
            row.OrganisatieId,
            row.PartnerId == partnerId,
            row.IsEnded,
            new(row.Naam, row.Adres, row.Postcode, row.PostcodeLetters, row.Route, [.. row.Toegankelijkheid.Select(Words<Toegankelijkheid>.Read)]),
            isKnown ? postcode!.Gemeente : "",
            isKnown ? postcode!.Gebied?.Code : null,
            row.GewijzigdOp);
    }
}
