using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>Aspire's own dashboard, one more process beside those that it shows. It is hidden: a list of resources does not list it.</summary>
internal sealed class DashboardResource() : Resource("aspire-dashboard");
