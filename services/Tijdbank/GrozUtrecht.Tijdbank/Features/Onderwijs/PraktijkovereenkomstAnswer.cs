using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>A practice agreement.</summary>
public sealed record PraktijkovereenkomstAnswer(
    Guid Id,
    [property: Description("De student.")] Guid PersoonId,
    Guid SchoolPartnerId,
    Guid OrganisatiePartnerId,
    string Opleiding,
    string? Opleidingscode,
    DateOnly BeginDatum,
    DateOnly EindDatum,
    int UrenMinuten,
    IReadOnlyList<string> Werkprocessen,
    string? Praktijkbegeleider,
    string? Schoolbegeleider,
    [property: Description("voorgesteld, getekend of beeindigd.")] string Status,
    [property: Description("De partij die deze versie voorstelde; de andere ondertekent.")] Guid VoorgesteldDoorPartnerId,
    DateTimeOffset? GetekendOp,
    DateTimeOffset? BeeindigdOp,
    string? Beeindigingsreden,
    DateTimeOffset AangemaaktOp)
{
    internal static PraktijkovereenkomstAnswer Of(Praktijkovereenkomst agreement) => new(
        agreement.Id,
        agreement.PersoonId,
        agreement.SchoolPartnerId,
        agreement.OrganisatiePartnerId,
        agreement.Opleiding,
        agreement.Opleidingscode,
        agreement.BeginDatum,
        agreement.EindDatum,
        agreement.UrenMinuten,
        agreement.Werkprocessen,
        agreement.Praktijkbegeleider,
        agreement.Schoolbegeleider,
        Words.Of(agreement.Status),
        agreement.VoorgesteldDoor,
        agreement.GetekendOp,
        agreement.BeeindigdOp,
        agreement.Beeindigingsreden,
        agreement.AangemaaktOp);
}
