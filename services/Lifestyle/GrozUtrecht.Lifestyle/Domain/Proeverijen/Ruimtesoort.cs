namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>What a room is made for.</summary>
public enum Ruimtesoort
{
    Zaal,
    Sportzaal,
    Keuken,
    StilleRuimte,
    Buiten,
}
