using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>What everybody may read without a token: the OpenActive feeds and what describes them.</summary>
internal static class OpenDataSetup
{
    public static readonly string[] ReadMethods = ["GET", "HEAD"];

    public static void AddOpenData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<OpenActiveBatch>();
        builder.Services.AddSingleton<OpenActiveWriter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OpenActiveWriter>());
    }

    public static void MapOpenData(this RouteGroupBuilder api) => ListOpenActiveBegrippen.Map(api);

    /// <summary>These lie outside the versioned API: OpenActive decides on names, pages and caching, and people read the rest.</summary>
    public static void MapOpenFeeds(this IEndpointRouteBuilder app)
    {
        var openActive = app.MapPublicFeed("/open/openactive");
        OpenActiveDataset.Map(openActive);
        OpenActiveFeed.Map(openActive);
        var aanbieders = app.MapPublicFeed("/open/aanbieders");
        ShowAanbieders.Map(aanbieders);
        ShowAanbieder.Map(aanbieders);
    }
}
