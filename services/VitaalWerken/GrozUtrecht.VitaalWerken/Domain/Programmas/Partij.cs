namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>In which capacity somebody acts.</summary>
internal enum Partijsoort
{
    Bedrijf,
    Coordinator,
    Leverancier,
}

/// <summary>Who acts: the employer's side, the coordinator who helps, or one supplier.</summary>
internal sealed record Partij(Partijsoort Soort, Guid? LeverancierId = null)
{
    public static readonly Partij Bedrijf = new(Partijsoort.Bedrijf);

    public static readonly Partij Coordinator = new(Partijsoort.Coordinator);

    public static Partij Leverancier(Guid id) => new(Partijsoort.Leverancier, id);
}
