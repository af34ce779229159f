namespace GrozUtrecht.AppHost;

/// <summary>What everybody may read.</summary>
internal static class Feeds
{
    /// <summary>Tells Support under which address the world reads the sociale kaart: the feed names its own documents.</summary>
    public static void PublishSocialeKaart(this Service support, IResourceBuilder<ProjectResource> gateway) =>
        support.Process.WithEnvironment("Support__Hsds__Adres", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/open/hsds"));

    /// <summary>Tells Lifestyle under which address the world reads its open data, calendars and pages.</summary>
    public static void PublishAanbod(this Service lifestyle, IResourceBuilder<ProjectResource> gateway) =>
        lifestyle.Process.WithEnvironment("Lifestyle__Open__Adres", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/open"));

    /// <summary>Tells Vitaal Werken under which address employees open an invitation.</summary>
    public static void PublishVitaalWerken(this Service vitaalWerken, IResourceBuilder<ProjectResource> gateway) =>
        vitaalWerken.Process.WithEnvironment("VitaalWerken__Open__Adres", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/open"));
}
