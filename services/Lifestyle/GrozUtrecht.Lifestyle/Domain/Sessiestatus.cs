namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>Whether a session takes place.</summary>
public enum Sessiestatus
{
    Gepland,
    Vervallen,
}

/// <summary>What kind of occasion a session is.</summary>
public enum Sessiesoort
{
    Regulier,

    /// <summary>A tasting, part of the programme of a proeverij.</summary>
    Proeverij,
}
