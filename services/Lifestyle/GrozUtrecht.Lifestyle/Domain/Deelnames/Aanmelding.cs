namespace GrozUtrecht.Lifestyle.Domain.Deelnames;

/// <summary>Why nobody can register.</summary>
internal enum Aanmeldfout
{
    SessieCancelled,
    SessieOver,
    NotPublished,
    GastheerNotByOwner,
    GastheerNeedsPersoon,
    BudgetNeedsPersoon,
}

/// <summary>Whether a session takes registrations, decided without I/O; null means that it does. Whether there is a place is the database's to say.</summary>
internal static class Aanmelding
{
    /// <summary>How long after its beginning somebody who came can still be written down.</summary>
    public static readonly TimeSpan LatestAfterEnd = TimeSpan.FromDays(Inchecken.DaysAfterEnd);

    /// <summary>Somebody who stands at the door is registered by the owner, also after the session began.</summary>
    public static Aanmeldfout? Check(Sessiestand sessie, Deelnamerol rol, bool isOwner, bool isPersoon, bool withBudget, DateTimeOffset now)
    {
        if (sessie.IsCancelled)
            return Aanmeldfout.SessieCancelled;
        if (now >= (isOwner ? sessie.EindigtOp + LatestAfterEnd : sessie.BegintOp))
            return Aanmeldfout.SessieOver;
        if (!sessie.IsPublished && !isOwner)
            return Aanmeldfout.NotPublished;
        if (rol == Deelnamerol.Gastheer && !isOwner)
            return Aanmeldfout.GastheerNotByOwner;
        if (rol == Deelnamerol.Gastheer && !isPersoon)
            return Aanmeldfout.GastheerNeedsPersoon;
        return withBudget && !isPersoon ? Aanmeldfout.BudgetNeedsPersoon : null;
    }
}

/// <summary>What counts of a session when somebody wants to take part.</summary>
internal sealed record Sessiestand(bool IsPublished, bool IsCancelled, DateTimeOffset BegintOp, DateTimeOffset EindigtOp);
