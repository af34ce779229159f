using System.ComponentModel;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>A voorziening as a partner sees it.</summary>
internal sealed record VoorzieningAnswer(
    [property: Description("Id van de voorziening.")] Guid Id,
    [property: Description("Organisatie die haar biedt.")] Guid OrganisatieId,
    [property: Description("Naam van die organisatie.")] string OrganisatieNaam,
    [property: Description("True als uw organisatie deze gegevens bijhoudt.")] bool Eigen,
    [property: Description("Concept is alleen voor wie het bijhoudt, gepubliceerd voor iedereen.")] Kaartstatus Status,
    [property: Description("Wat de kaart zegt; stuur dit bij een wijziging in zijn geheel.")] VoorzieningInhoud Inhoud,
    [property: Description("Bij zoeken met een postcode: ongeveer hoe ver, hemelsbreed, naar de dichtstbijzijnde locatie.")] int? AfstandMeters,
    [property: Description("Of er nu ergens iemand is, volgens de openingstijden.")] bool NuGeopend,
    [property: Description("Dag waarop iemand het laatst zag dat het klopt.")] DateOnly? GeverifieerdDatum,
    [property: Description("Dag waarop het opnieuw bekeken moet zijn.")] DateOnly? VerifierenVoorDatum,
    [property: Description("Moment van opvoeren.")] DateTimeOffset AangemaaktOp,
    [property: Description("Moment van de laatste wijziging, ook van de organisatie of een locatie.")] DateTimeOffset GewijzigdOp)
{
    public static VoorzieningAnswer Of(VoorzieningRow row, Guid partnerId, DateTimeOffset now) => new(
        row.Id,
        row.OrganisatieId,
        row.OrganisatieNaam,
        row.PartnerId == partnerId,
        row.StatusValue,
        VoorzieningInhoud.Of(row),
        row.AfstandMeters,
        row.Tijden().IsOpenAt(now),
        row.GeverifieerdDatum,
        row.VerifierenVoorDatum,
        row.AangemaaktOp,
        row.GewijzigdOp);
}
