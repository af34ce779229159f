using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Lifestyle.Features.Open;

/// <summary>Configuration section <c>Lifestyle:Open</c>.</summary>
internal sealed class OpenSettings
{
    public const string Section = "Lifestyle:Open";

    /// <summary>
    /// The public address under which everybody reads the open data, calendars and pages, such as <c>https://groz.example/open</c>: it
    /// stands in what they say of themselves.
    /// </summary>
    [Required, Url, RegularExpression(".*[^/]$", ErrorMessage = "Lifestyle:Open:Adres must not end with a slash.")]
    public string Adres { get; set; } = "";
}

/// <summary>What the public feeds and pages have in common.</summary>
internal static class OpenSetup
{
    public static void AddOpen(this IHostApplicationBuilder builder) => builder.Services.AddOptions<OpenSettings>()
        .Bind(builder.Configuration.GetSection(OpenSettings.Section))
        .ValidateDataAnnotations()
        .ValidateOnStart();
}
