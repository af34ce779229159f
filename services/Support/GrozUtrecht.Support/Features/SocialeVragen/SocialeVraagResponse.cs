using System.ComponentModel;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>A social question as partners see it.</summary>
internal sealed record SocialeVraagResponse
{
    [Description("Id van de vraag.")]
    public required Guid Id { get; init; }

    [Description("De buurt in wier inbox de vraag staat; ontbreekt als de postcode in geen buurt ligt.")]
    public required Guid? BuurtId { get; init; }

    [Description("Vier cijfers.")]
    public required string Postcode { get; init; }

    [Description("Van wie de vraag komt; hulpvraag als voor een hulpvraag niemand gevonden werd.")]
    public required Bron Bron { get; init; }

    [Description("Hoe de vraag binnenkwam; ontbreekt bij een hulpvraag.")]
    public required Kanaal? Kanaal { get; init; }

    [Description("De hulpvraag die vastliep.")]
    public required Guid? HulpvraagId { get; init; }

    [Description("Waarom die vastliep: niemand-gevonden, laat-afgezegd, niet-verschenen of niet-bevestigd.")]
    public required string? Reden { get; init; }

    [Description("Wie het betreft, als dat bekend is.")]
    public required Guid? PersoonId { get; init; }

    [Description("Waar het om gaat; ontbreekt bij een hulpvraag en als de persoon is verwijderd.")]
    public required string? Omschrijving { get; init; }

    [Description("Hoe dringend het is.")]
    public required Urgentie Urgentie { get; init; }

    [Description("Waar de vraag staat.")]
    public required SocialeVraagStatus Status { get; init; }

    [Description("Wie de vraag heeft, of kreeg toegewezen zolang die nieuw is.")]
    public required Guid? BuurtassistentId { get; init; }

    [Description("Dag waarop iemand er weer naar kijkt.")]
    public required DateOnly? OpvolgDatum { get; init; }

    [Description("Minuten tot de vraag werd opgepakt, of tot nu.")]
    public required int WachttijdMinuten { get; init; }

    [Description("Minuten tot de vraag werd afgerond.")]
    public required int? DoorlooptijdMinuten { get; init; }

    [Description("Hoe het afliep; vervallen als de persoon is verwijderd.")]
    public required Uitkomst? Uitkomst { get; init; }

    [Description("Toelichting bij de uitkomst, zoals waarheen werd verwezen.")]
    public required string? Toelichting { get; init; }

    [Description("De voorziening waarnaar werd verwezen.")]
    public required Guid? VoorzieningId { get; init; }

    [Description("De hulpvraag die werd ingediend.")]
    public required Guid? IngediendeHulpvraagId { get; init; }

    [Description("Moment waarop de vraag binnenkwam.")]
    public required DateTimeOffset AangemaaktOp { get; init; }

    [Description("Moment waarop de vraag voor het eerst werd opgepakt.")]
    public required DateTimeOffset? OpgepaktOp { get; init; }

    [Description("Moment waarop de vraag werd afgerond.")]
    public required DateTimeOffset? AfgerondOp { get; init; }
}
