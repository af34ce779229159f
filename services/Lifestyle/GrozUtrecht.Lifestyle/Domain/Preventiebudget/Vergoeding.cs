namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>Why a budget pays nothing.</summary>
internal enum Vergoedingsweigering
{
    BudgetNotOpen,
    OutsidePeriod,
    NotEligible,
    NothingToPay,
    NoMember,
    MaximumReached,
    NotEnough,
}

/// <summary>What a budget is for.</summary>
internal sealed record Vergoedingsregels(
    Budgetstatus Status, DateOnly VanDatum, DateOnly TotEnMetDatum, IReadOnlyList<string> Gebieden, IReadOnlyList<Guid> ActiviteitIds,
    IReadOnlyList<string> Dimensies, EigenBijdrage EigenBijdrage);

/// <summary>What is asked of it.</summary>
internal sealed record Vergoedingsvraag(Guid ActiviteitId, string Gebied, IReadOnlyList<string> Dimensies, DateOnly Dag, int PrijsCenten);

/// <summary>What a member may still use; null when there is no such member.</summary>
internal sealed record Vergoedingsruimte(long VrijCenten, int? LidRuimteCenten);

/// <summary>What the budget pays of one deelname, what the member pays, and which dimension it counts for.</summary>
internal sealed record Vergoeding(int BedragCenten, int EigenBijdrageCenten, string Dimensie)
{
    /// <summary>Decides without I/O; exactly one of the two is there. What the person is, is looked at last.</summary>
    public static (Vergoeding? Vergoeding, Vergoedingsweigering? Weigering) Decide(
        Vergoedingsregels regels, Vergoedingsvraag vraag, Vergoedingsruimte ruimte)
    {
        if (regels.Status != Budgetstatus.Open)
            return (null, Vergoedingsweigering.BudgetNotOpen);
        if (vraag.Dag < regels.VanDatum || vraag.Dag > regels.TotEnMetDatum)
            return (null, Vergoedingsweigering.OutsidePeriod);
        if (!IsEligible(regels, vraag))
            return (null, Vergoedingsweigering.NotEligible);

        var eigen = regels.EigenBijdrage.Of(vraag.PrijsCenten);
        var bedrag = vraag.PrijsCenten - eigen;
        if (bedrag <= 0)
            return (null, Vergoedingsweigering.NothingToPay);
        if (ruimte.LidRuimteCenten is not { } left)
            return (null, Vergoedingsweigering.NoMember);
        if (bedrag > left)
            return (null, Vergoedingsweigering.MaximumReached);
        return bedrag > ruimte.VrijCenten ? (null, Vergoedingsweigering.NotEnough) : (new(bedrag, eigen, DimensieOf(regels, vraag)), null);
    }

    private static bool IsEligible(Vergoedingsregels regels, Vergoedingsvraag vraag) =>
        regels.Gebieden.Contains(vraag.Gebied)
        && (regels.ActiviteitIds.Contains(vraag.ActiviteitId) || vraag.Dimensies.Any(regels.Dimensies.Contains));

    // An activity of more dimensions counts once: for the first that the budget is for.
    private static string DimensieOf(Vergoedingsregels regels, Vergoedingsvraag vraag) =>
        vraag.Dimensies.FirstOrDefault(regels.Dimensies.Contains) ?? vraag.Dimensies[0];
}
