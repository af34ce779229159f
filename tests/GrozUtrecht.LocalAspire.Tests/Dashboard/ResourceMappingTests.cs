using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Contract = Aspire.Hosting.Dashboard.Contract;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

public sealed class ResourceMappingTests
{
    private static readonly DateTimeOffset Known = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_secret_property_stays_marked_as_one()
    {
        var mapped = Map(Snapshot() with { Properties = [new("Value", "hush") { IsSensitive = true }] }, "Password=x");

        var secrets = mapped.Properties.Where(property => property.IsSensitive).Select(property => (property.Name, property.Value.StringValue));
        Assert.Equal([("resource.connectionString", "Password=x"), ("Value", "hush")], secrets);
    }

    [Fact]
    public void Every_property_has_a_value_and_every_url_has_display_properties_or_the_dashboard_fails()
    {
        var mapped = Map(Snapshot() with
        {
            Properties = [new("project.path", null)],
            Urls = [new("http", "http://localhost:1", IsInternal: false)],
        });

        Assert.All(mapped.Properties, property => Assert.NotNull(property.Value));
        Assert.All(mapped.Urls, url => Assert.NotNull(url.DisplayProperties));
    }

    [Fact]
    public void A_resource_without_a_creation_time_was_there_from_the_start()
    {
        Assert.Equal(Known, Map(Snapshot()).CreatedAt.ToDateTimeOffset());
    }

    [Fact]
    public void A_check_that_has_not_run_yet_has_no_status()
    {
        var mapped = Map(Snapshot() with
        {
            HealthReports = [new("pending", null, null, null), new("broken", HealthStatus.Unhealthy, "no answer", "boom")],
        });

        Assert.Equal([false, true], mapped.HealthReports.Select(report => report.HasStatus));
        Assert.Equal(Contract.HealthStatus.Unhealthy, mapped.HealthReports[1].Status);
        Assert.Equal("no answer", mapped.HealthReports[1].Description);
    }

    [Fact]
    public void The_id_tells_replicas_apart_and_the_name_is_shown()
    {
        var mapped = Map(Snapshot());

        Assert.Equal(("web-abc", "web-abc", "web"), (mapped.Name, mapped.Uid, mapped.DisplayName));
    }

    [Fact]
    public void A_database_is_listed_below_its_server()
    {
        var server = new TestResource("postgres");
        server.Annotations.Add(new ResourceInstance());

        var mapped = ResourceMapping.ToContract(new(new TestChild("db", server), "db", Snapshot()), Known);

        var parent = Assert.Single(mapped.Properties, property => property.Name == "resource.parentName");
        Assert.Equal(server.ResourceId, parent.Value.StringValue);
    }

    private static CustomResourceSnapshot Snapshot() => new() { ResourceType = "Project", Properties = [] };

    private static Contract.Resource Map(CustomResourceSnapshot snapshot, string? connectionString = null) =>
        ResourceMapping.ToContract(new(new TestResource("web"), "web-abc", snapshot), Known, connectionString);

    private sealed class TestResource(string name) : Resource(name);

    private sealed class TestChild(string name, IResource parent) : Resource(name), IResourceWithParent
    {
        public IResource Parent => parent;
    }
}
