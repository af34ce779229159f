namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>A supplier as proposals see it; shared by all its offers.</summary>
internal sealed record LeverancierProfiel
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Naam { get; init; }

    public required string Soort { get; init; }

    public required LeverancierStatus Status { get; init; }

    /// <summary>Index in the table of postcodes.</summary>
    public required int Plaats { get; init; }

    /// <summary>Dutch day of the latest koppeling that was proposed with this supplier; null when there never was one.</summary>
    public int? LaatstVoorgesteldDag { get; init; }

    /// <summary>Dutch days on which a koppeling was made, of all companies, ascending.</summary>
    public int[] GemaaktDagen { get; init; } = [];
}

/// <summary>One offer as proposals see it: numbers and bits, because thousands are weighed for one question.</summary>
internal sealed record AanbodProfiel
{
    public required Guid Id { get; init; }

    public required LeverancierProfiel Leverancier { get; init; }

    public required bool IsActief { get; init; }

    public required string Titel { get; init; }

    public required Onderwerp Onderwerp { get; init; }

    public required Aanbodvorm Vorm { get; init; }

    public required int DuurMinuten { get; init; }

    public required int GroepMinimum { get; init; }

    public required int GroepMaximum { get; init; }

    public required Prijssoort Prijssoort { get; init; }

    public long? PrijsCenten { get; init; }

    public string? Tegenprestatie { get; init; }

    public required string[] Gebieden { get; init; }

    /// <summary>Bits of <see cref="Dagdelen"/>.</summary>
    public required int Beschikbaar { get; init; }

    public int VanDag { get; init; } = int.MinValue;

    public int TotEnMetDag { get; init; } = int.MaxValue;

    public required bool Leerplek { get; init; }

    /// <summary>Companies that have this offer open or made already.</summary>
    public Guid[] GekoppeldMet { get; init; } = [];

    /// <summary>Was admitted by a coordinator once: others are not known to companies at all.</summary>
    public bool IsKnown => Leverancier.Status is LeverancierStatus.Actief or LeverancierStatus.Gestopt;

    public bool MayBeProposed => IsActief && Leverancier.Status == LeverancierStatus.Actief;
}
