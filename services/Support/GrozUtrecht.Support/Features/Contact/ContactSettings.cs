using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Support.Features.Contact;

/// <summary>Configuration section <c>Support:Contact</c>.</summary>
internal sealed class ContactSettings
{
    public const string Section = "Support:Contact";

    /// <summary>How long after an appointment both sides may still see how to reach each other.</summary>
    [Range(0, 90)]
    public int DaysAfter { get; set; } = 7;
}
