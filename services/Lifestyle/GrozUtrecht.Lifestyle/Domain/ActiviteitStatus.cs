namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>Where an activity stands: only a published one is visible to other partners.</summary>
public enum ActiviteitStatus
{
    Concept,
    Gepubliceerd,
    Ingetrokken,
}
