namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>The shapes of fields that several slices share.</summary>
internal static class Urenveld
{
    public const int MaximumTextLength = 500;

    // PostgreSQL cannot store U+0000, and a description is one line of an overview.
    public const string OneLine = @"^[^\u0000-\u001f\u007f]*$";

    public const string Postcode = "^[1-9][0-9]{3}$";

    // Text, because the format "time" asks for a time zone and this is the clock on the wall in the Netherlands.
    public const string TimeOfDay = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
}
