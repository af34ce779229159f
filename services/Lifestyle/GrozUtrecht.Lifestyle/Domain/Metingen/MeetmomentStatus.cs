namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>Where a moment to measure stands.</summary>
public enum MeetmomentStatus
{
    Komt,
    Open,
    Gedaan,
    Gemist,
}
