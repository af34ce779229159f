using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>Configuration section <c>Support:Hsds</c>.</summary>
internal sealed class HsdsSettings
{
    public const string Section = "Support:Hsds";

    /// <summary>The public address of the feed, such as <c>https://groz.example/open/hsds</c>: it stands in what the feed says of itself.</summary>
    [Required, Url, RegularExpression(".*[^/]$", ErrorMessage = "Support:Hsds:Adres must not end with a slash.")]
    public string Adres { get; set; } = "";
}

internal static class HsdsFailures
{
    public static readonly Failure Gone = new("support.hsds.beeindigd", StatusCodes.Status410Gone, "Dit stond op de sociale kaart en is beëindigd");
}

/// <summary>
/// The published sociale kaart for everybody, as Open Referral HSDS 3.0. It lies outside the versioned API and its document: the
/// specification decides on its names, pages and caching.
/// </summary>
internal static class HsdsSetup
{
    public static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void AddHsds(this IHostApplicationBuilder builder) => builder.Services.AddOptions<HsdsSettings>()
        .Bind(builder.Configuration.GetSection(HsdsSettings.Section))
        .ValidateDataAnnotations()
        .ValidateOnStart();

    public static void MapHsds(this IEndpointRouteBuilder app)
    {
        var open = app.MapPublicFeed("/open/hsds");
        HsdsServices.Map(open);
        HsdsOrganizations.Map(open);
        HsdsTaxonomies.Map(open);
        open.MapMethods("/", ReadMethods, Describe);
        open.MapMethods("/openapi.json", ReadMethods, DescribeOpenApi);
    }

    private static IResult Describe(HttpContext http, IOptions<HsdsSettings> settings) =>
        HsdsAnswers.Of(http, new HsdsInfo("3.0", "https://openreferral.readthedocs.io/en/3.0/", $"{settings.Value.Adres}/openapi.json"));

    private static async Task<IResult> DescribeOpenApi(HttpContext http, IOptions<HsdsSettings> settings)
    {
        await using var stream = typeof(HsdsSetup).Assembly.GetManifestResourceStream("hsds-openapi.json")!;
        using var reader = new StreamReader(stream);
        var text = (await reader.ReadToEndAsync(http.RequestAborted)).Replace("{adres}", settings.Value.Adres, StringComparison.Ordinal);
        return HsdsAnswers.Of(http, System.Text.Encoding.UTF8.GetBytes(text));
    }
}
