namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>
/// How far places are from each other and how long it takes to get there: a place is a number, the position of its postcode in the
/// table that this is made from.
/// </summary>
internal sealed class Reistijd(int[][] meters)
{
    // Fifteen kilometres an hour by bicycle along streets that are longer than the crow flies; and finding the door.
    private const int MetersPerMinute = 200;
    private const int AtTheDoorMinutes = 5;

    public int Meters(int one, int other) => meters[one][other];

    public int Minutes(int one, int other) => AtTheDoorMinutes + ((meters[one][other] + MetersPerMinute - 1) / MetersPerMinute);
}
