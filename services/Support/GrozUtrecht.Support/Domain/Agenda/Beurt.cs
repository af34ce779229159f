namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>
/// One visit of a hulpvraag. It may take place within any one of its vensters; where they are narrower than its duration it begins
/// when they begin.
/// </summary>
internal sealed record Beurt(Guid Id, int Volgnummer, int DurationMinutes, int Plekken, IReadOnlyList<Venster> Vensters)
{
    public const int MaximumVensters = 10;

    public DateTimeOffset FirstStart => Vensters.Min(venster => venster.Van);
}
