namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>What a company looks for. What is left open weighs the same for every offer.</summary>
internal sealed record Koppelvraag
{
    public required Guid BedrijfId { get; init; }

    /// <summary>The partner of the company itself, whose own offers are never proposed to it.</summary>
    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    /// <summary>From each place (index in the table of postcodes) to the company, in meters, about.</summary>
    public required int[] MetersFrom { get; init; }

    /// <summary>The subjects that are looked for, the most important first; empty when nothing is known of the needs yet.</summary>
    public IReadOnlyList<Onderwerp> Onderwerpen { get; init; } = [];

    /// <summary>Bit per <see cref="Aanbodvorm"/>; 0 when every form is welcome.</summary>
    public int Vormen { get; init; }

    public int? Groepsgrootte { get; init; }

    /// <summary>What a session may cost at most.</summary>
    public long? MaximumPrijsCenten { get; init; }

    /// <summary>Bits of <see cref="Domain.Dagdelen"/>; 0 when every part of the week will do.</summary>
    public int Dagdelen { get; init; }

    public required int VanDag { get; init; }

    public required int TotEnMetDag { get; init; }

    /// <summary>The Dutch day on which is asked.</summary>
    public required int Vandaag { get; init; }
}
