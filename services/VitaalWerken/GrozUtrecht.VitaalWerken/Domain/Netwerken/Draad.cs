namespace GrozUtrecht.VitaalWerken.Domain.Netwerken;

/// <summary>What can lie still in a network. Each has a patience, after which somebody should do something.</summary>
public enum Stilstand
{
    BedrijfZonderBijeenkomst,
    BijeenkomstNietGemeld,
    BijeenkomstZonderOpvolging,
    LidZonderBedrijfsscan,
    BehoefteZonderKoppeling,
    KoppelingZonderAntwoord,
    KoppelingZonderProgramma,
    ProgrammaZonderInstemming,
    ProgrammaZonderInschrijving,
    ProgrammaZonderAfsluiting,
    BijdrageTeLaat,
    BijdrageNietGeboekt,
    BijdrageBetwist,
}

/// <summary>Something that waits for its next step.</summary>
/// <param name="BronId">The company, meeting, koppeling, programme or contribution that waits.</param>
internal sealed record Draad(Stilstand Soort, Guid BedrijfId, Guid BronId, DateTimeOffset Sinds);
