using GrozUtrecht.Tijdbank.Domain.Onderwijs;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A practice agreement with its texts.</summary>
internal sealed record Praktijkovereenkomst
{
    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required Guid SchoolPartnerId { get; init; }

    public required Guid OrganisatiePartnerId { get; init; }

    public required string Opleiding { get; init; }

    public string? Opleidingscode { get; init; }

    public required DateOnly BeginDatum { get; init; }

    public required DateOnly EindDatum { get; init; }

    public required int UrenMinuten { get; init; }

    public required string[] Werkprocessen { get; init; }

    public string? Praktijkbegeleider { get; init; }

    public string? Schoolbegeleider { get; init; }

    public required Guid VoorgesteldDoor { get; init; }

    public DateTimeOffset? GetekendOp { get; init; }

    public DateTimeOffset? BeeindigdOp { get; init; }

    public string? Beeindigingsreden { get; init; }

    public required long Versie { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public Overeenkomststatus Status => this switch
    {
        { BeeindigdOp: not null } => Overeenkomststatus.Beeindigd,
        { GetekendOp: not null } => Overeenkomststatus.Getekend,
        _ => Overeenkomststatus.Voorgesteld,
    };

    public bool IsParty(Guid partnerId) => partnerId == SchoolPartnerId || partnerId == OrganisatiePartnerId;
}
