namespace GrozUtrecht.AppHost;

/// <summary>What everybody may read.</summary>
internal static class Feeds
{
    /// <summary>Tells Support under which address the world reads the sociale kaart: the feed names its own documents.</summary>
    public static void PublishSocialeKaart(this Service support, IResourceBuilder<ProjectResource> gateway) =>
        support.Process.WithEnvironment("Support__Hsds__Adres", ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/open/hsds"));
}
