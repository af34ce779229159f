using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What somebody does with an order, and who it is; without a partner it is the platform itself.</summary>
internal sealed record Zet(Handeling Handeling, Partij Partij)
{
    public Guid? PartnerId { get; init; }

    public string? ClientId { get; init; }

    /// <summary>What they wrote with it.</summary>
    public string? Tekst { get; init; }

    /// <summary>What a mediator decides.</summary>
    public Uitspraak? Uitspraak { get; init; }

    /// <summary>How many minutes a mediator books of those held; null books them all.</summary>
    public int? BookedMinutes { get; init; }
}
