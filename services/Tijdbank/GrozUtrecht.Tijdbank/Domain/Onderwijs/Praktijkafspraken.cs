using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Domain.Onderwijs;

/// <summary>Why an agreement cannot stand like this.</summary>
internal enum Overeenkomstfout
{
    PersonMissing,
    SamePartner,
    NotAParty,
    EndBeforeBegin,
    TooLong,
    WerkprocesTwice,
    TextUnreadable,
    TextHoldsBsn,
}

/// <summary>Who an agreement is between.</summary>
internal sealed record Overeenkomstpartijen(Guid PersoonId, Guid SchoolPartnerId, Guid OrganisatiePartnerId)
{
    /// <summary>An agreement is between two, and one of them puts it forward.</summary>
    public Overeenkomstfout? Check(Guid callerPartnerId) => this switch
    {
        _ when PersoonId == Guid.Empty => Overeenkomstfout.PersonMissing,
        _ when SchoolPartnerId == OrganisatiePartnerId => Overeenkomstfout.SamePartner,
        _ when callerPartnerId != SchoolPartnerId && callerPartnerId != OrganisatiePartnerId => Overeenkomstfout.NotAParty,
        _ => null,
    };
}

/// <summary>What is agreed on.</summary>
internal sealed record Praktijkafspraken(
    DateOnly BeginDatum, DateOnly EindDatum, IReadOnlyList<string> Werkprocessen, IReadOnlyList<string?> Texts)
{
    /// <summary>Six years: the longest programme with a year of delay.</summary>
    public const int MaximumDays = 2200;

    public const int MaximumWerkprocessen = 20;

    public Overeenkomstfout? Check() => this switch
    {
        _ when EindDatum < BeginDatum => Overeenkomstfout.EndBeforeBegin,
        _ when EindDatum.DayNumber - BeginDatum.DayNumber > MaximumDays => Overeenkomstfout.TooLong,
        _ when Werkprocessen.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Werkprocessen.Count => Overeenkomstfout.WerkprocesTwice,
        _ => Vrijetekst.Check([.. Texts, .. Werkprocessen]) switch
        {
            Tekstfout.Unreadable => Overeenkomstfout.TextUnreadable,
            Tekstfout.HoldsBsn => Overeenkomstfout.TextHoldsBsn,
            _ => null,
        },
    };
}
