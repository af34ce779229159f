using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>What the sociale kaart says of an organisation; the same when it is created, changed and read.</summary>
public sealed record OrganisatieInhoud(
    [property: Description("Naam waaronder mensen de organisatie kennen.")]
    [property: StringLength(150, MinimumLength = 2), RegularExpression(Vorm.Regel)]
    string Naam,
    [property: Description("Wat de organisatie doet, zonder namen van personen.")]
    [property: StringLength(2000, MinimumLength = 1), RegularExpression(Vorm.Tekst)]
    string Omschrijving,
    [property: Description("Acht cijfers."), RegularExpression("^[0-9]{8}$")] string? KvkNummer = null,
    [property: Description("Adres dat begint met http:// of https://."), StringLength(Vorm.MaximumWebsiteLength), RegularExpression(Vorm.Website)]
    string? Website = null,
    [property: Description("Algemeen adres van de organisatie, niet van een persoon."), StringLength(Vorm.MaximumEmailLength), RegularExpression(Vorm.Email)]
    string? Email = null,
    [property: Description("Algemeen nummer van de organisatie, niet van een persoon."), RegularExpression(Vorm.Telefoon)] string? Telefoon = null,
    [property: Description("Team dat de gegevens bijhoudt, niet de naam van een persoon.")]
    [property: StringLength(100, MinimumLength = 1), RegularExpression(Vorm.Regel)]
    string? OnderhoudenDoor = null,
    [property: Description("Na hoeveel maanden iemand opnieuw kijkt of het klopt."), DefaultValue(12)]
    [property: Range(Verificatie.MinimumMonths, Verificatie.MaximumMonths)]
    int VerificatieMaanden = 12)
{
    internal OrganisatieRow PutInto(OrganisatieRow row)
    {
        var changed = row with
        {
            Naam = Naam,
            Omschrijving = Omschrijving,
            KvkNummer = KvkNummer,
            Website = Website,
            Email = Email,
            Telefoon = Telefoon,
            OnderhoudenDoor = OnderhoudenDoor,
            VerificatieMaanden = VerificatieMaanden,
        };
        return row.GeverifieerdDatum is { } verified ? changed.Verified(Verificatie.On(verified, VerificatieMaanden)) : changed;
    }
}

/// <summary>An organisation of the sociale kaart as a partner sees it.</summary>
internal sealed record OrganisatieAnswer(
    [property: Description("Id van de organisatie.")] Guid Id,
    [property: Description("True als uw organisatie deze gegevens bijhoudt.")] bool Eigen,
    [property: Description("Concept is alleen voor wie het bijhoudt, gepubliceerd voor iedereen.")] Kaartstatus Status,
    [property: Description("Wat de kaart zegt; stuur dit bij een wijziging in zijn geheel.")] OrganisatieInhoud Inhoud,
    [property: Description("Dag waarop iemand het laatst zag dat het klopt.")] DateOnly? GeverifieerdDatum,
    [property: Description("Dag waarop het opnieuw bekeken moet zijn.")] DateOnly? VerifierenVoorDatum,
    [property: Description("Moment van opvoeren.")] DateTimeOffset AangemaaktOp,
    [property: Description("Moment van de laatste wijziging.")] DateTimeOffset GewijzigdOp)
{
    public static OrganisatieAnswer Of(OrganisatieRow row, Guid partnerId) => new(
        row.Id,
        row.PartnerId == partnerId,
        Words<Kaartstatus>.Read(row.Status),
        new(row.Naam, row.Omschrijving, row.KvkNummer, row.Website, row.Email, row.Telefoon, row.OnderhoudenDoor, row.VerificatieMaanden),
        row.GeverifieerdDatum,
        row.VerifierenVoorDatum,
        row.AangemaaktOp,
        row.GewijzigdOp);
}
