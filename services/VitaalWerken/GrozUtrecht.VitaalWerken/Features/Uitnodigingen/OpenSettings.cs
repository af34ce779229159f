using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.VitaalWerken.Features.Uitnodigingen;

/// <summary>Configuration section <c>VitaalWerken:Open</c>.</summary>
internal sealed class OpenSettings
{
    public const string Section = "VitaalWerken:Open";

    private const string Page = "/vitaal-werken/meedoen";

    /// <summary>The public address under which everybody reads pages, such as <c>https://groz.example/open</c>.</summary>
    [Required, Url, RegularExpression(".*[^/]$", ErrorMessage = "VitaalWerken:Open:Adres must not end with a slash.")]
    public string Adres { get; set; } = "";

    /// <summary>Where an employee opens an invitation. What follows the # stays in the browser: no server, proxy or log sees the code.</summary>
    public string LinkOf(string code) => $"{Adres}{Page}#{code}";
}
