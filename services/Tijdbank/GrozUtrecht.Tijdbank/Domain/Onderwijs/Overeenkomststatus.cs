namespace GrozUtrecht.Tijdbank.Domain.Onderwijs;

/// <summary>Where an agreement stands: put forward by one side, signed by the other, ended before its time.</summary>
internal enum Overeenkomststatus
{
    Voorgesteld,
    Getekend,
    Beeindigd,
}
