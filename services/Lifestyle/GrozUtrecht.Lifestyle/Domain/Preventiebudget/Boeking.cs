namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>An amount that leaves one account of a budget and arrives at another. The database knows the same pairs.</summary>
internal sealed record Boeking(Boekingsoort Soort, Budgetrekening Van, Budgetrekening Naar, long BedragCenten)
{
    /// <summary>More money for the budget, or less.</summary>
    public static Boeking Bijstelling(long changeCenten) => changeCenten > 0
        ? new(Boekingsoort.Toezegging, Budgetrekening.Toegezegd, Budgetrekening.Vrij, changeCenten)
        : new(Boekingsoort.Vermindering, Budgetrekening.Vrij, Budgetrekening.Toegezegd, -changeCenten);

    public static Boeking Reserveren(long centen) => new(Boekingsoort.Reservering, Budgetrekening.Vrij, Budgetrekening.Gereserveerd, centen);

    public static Boeking Vrijgeven(long centen) => new(Boekingsoort.Vrijgave, Budgetrekening.Gereserveerd, Budgetrekening.Vrij, centen);

    public static Boeking Besteden(long centen) => new(Boekingsoort.Besteding, Budgetrekening.Gereserveerd, Budgetrekening.Besteed, centen);

    /// <summary>
    /// A spending that was wrong. What the insurer was sent already waits on an account of its own, until the next declaration takes it back.
    /// </summary>
    public static Boeking Terugdraaien(long centen, bool isDeclared) =>
        new(Boekingsoort.Terugdraaiing, isDeclared ? Budgetrekening.TeCorrigeren : Budgetrekening.Besteed, Budgetrekening.Vrij, centen);

    public static Boeking Declareren(long centen) => new(Boekingsoort.Declaratie, Budgetrekening.Besteed, Budgetrekening.Gedeclareerd, centen);

    public static Boeking Verrekenen(long centen) => new(Boekingsoort.Verrekening, Budgetrekening.Gedeclareerd, Budgetrekening.TeCorrigeren, centen);
}
