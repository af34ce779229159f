using GrozUtrecht.AppHost;

// The map of the system: what runs, what it needs, and in what order it starts. Partners and residents reach only the gateway.
var serversOnly = args.Contains("--Stack=infrastructure", StringComparer.Ordinal);
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = serversOnly });
builder.WriteStatusFiles();

var infrastructure = Infrastructure.Add(builder);
if (!serversOnly)
{
    var identity = builder.AddService<Projects.GrozUtrecht_Identity>("identity", infrastructure);
    var lifestyle = builder.AddService<Projects.GrozUtrecht_Lifestyle>("lifestyle", infrastructure);
    var support = builder.AddService<Projects.GrozUtrecht_Support>("support", infrastructure);
    var tijdbank = builder.AddService<Projects.GrozUtrecht_Tijdbank>("tijdbank", infrastructure);
    var vitaalWerken = builder.AddService<Projects.GrozUtrecht_VitaalWerken>("vitaal-werken", infrastructure);

    Service[] services = [identity, lifestyle, support, tijdbank, vitaalWerken];
    var gateway = builder.AddGateway<Projects.GrozUtrecht_Gateway>(infrastructure, services);

    Topology.StartAfterMigrations(services);
    tijdbank.SealPayees();
    tijdbank.SignStatements(gateway);
    support.PublishSocialeKaart(gateway);
    lifestyle.PublishAanbod(gateway);
    vitaalWerken.PublishVitaalWerken(gateway);
    identity.IssueTokens(gateway, [gateway, .. services.Select(service => service.Process)]);
}

await builder.Build().RunAsync();
