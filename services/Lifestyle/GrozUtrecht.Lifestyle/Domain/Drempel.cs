namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>A fact about an activity that lowers the threshold to take part.</summary>
public enum Drempel
{
    Gratis,
    ZonderAanmelding,
    Rolstoeltoegankelijk,
    Prikkelarm,
    AlleenVrouwen,
    KindWelkom,
    EenvoudigNederlands,
    AndereTalen,
}
