namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// A column of the linear programme over schedules: what one helper does together, or the slack of a row.
/// </summary>
/// <param name="Helper">Whose schedule, or -1 for a slack that is nobody's. The slack of a helper's own row is the empty schedule.</param>
/// <param name="Items">Positions in <see cref="Deel.Items"/>.</param>
internal sealed record Kolom(int Helper, int[] Items, int[] Rows, double[] Amounts)
{
    /// <summary>In place of a helper: fills what is missing of a minimum, and has to go.</summary>
    public const int Missing = -2;
}
