namespace GrozUtrecht.Support.Domain;

/// <summary>Which kind of hours somebody makes, in the words of the Tijdbank: it decides what may be done with them.</summary>
internal static class Urensoort
{
    /// <summary>
    /// A professional is paid for it, a mantelzorger cares for a relative. A student helps as any neighbour does: what counts for a
    /// course is reported to the Tijdbank by the school.
    /// </summary>
    public static string Of(HelperSoort soort) => soort switch
    {
        HelperSoort.Mantelzorger => "mantelzorg",
        HelperSoort.Professional => "betaald",
        _ => "vrijwilligerswerk",
    };
}
