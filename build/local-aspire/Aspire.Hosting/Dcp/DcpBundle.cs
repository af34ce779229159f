using Aspire.Hosting.State;

namespace Aspire.Hosting.Dcp;

/// <summary>Aspire's own programs: <c>LocalAspire:Bundle</c>, or what install-aspire.sh has put into the repository's <c>.groz</c>.</summary>
internal sealed class DcpBundle(IDistributedApplicationBuilder builder)
{
    /// <summary>The orchestrator.</summary>
    public string Orchestrator => Require("dcp", "dcp");

    /// <summary>The program that shows the dashboard when started with the argument <c>dashboard</c>.</summary>
    public string Managed => Require("managed", "aspire-managed");

    /// <summary>Says what is missing before anything is started.</summary>
    public void RequireInstalled() => _ = (Orchestrator, Managed);

    private string Root => builder.Configuration["LocalAspire:Bundle"] is { Length: > 0 } configured
        ? Path.GetFullPath(configured)
        : Path.Combine(StateDirectory.RepositoryOf(builder.AppHostDirectory), ".groz", "aspire", "bundle");

    private string Require(string directory, string program)
    {
        var path = Path.Combine(Root, directory, program);
        return File.Exists(path)
            ? path
            : throw new DistributedApplicationException($"Aspire's program {path} is missing. Install it: build/groz/install-aspire.sh");
    }
}
