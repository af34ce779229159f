namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>A tasting that somebody could go to.</summary>
internal sealed record Proefkeuze(Guid SessieId, int Ronde, Guid ActiviteitId, IReadOnlyList<Dimensie> Dimensies, int Capaciteit, int Bezet)
{
    private const int Thousand = 1_000;

    public bool IsFull => Bezet >= Capaciteit;

    /// <summary>How full it is, in thousandths.</summary>
    public int FullThousandths => Capaciteit == 0 ? Thousand : Thousand * Bezet / Capaciteit;
}

/// <summary>What somebody would like to taste; nothing wished is fine.</summary>
internal sealed record Proefwens(IReadOnlyList<Dimensie> Dimensies, IReadOnlyList<Guid> ActiviteitIds);
