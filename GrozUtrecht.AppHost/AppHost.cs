using GrozUtrecht.AppHost;

// The map of the system: what runs, what it needs, and in what order it starts. Partners and residents reach only the gateway.
var builder = DistributedApplication.CreateBuilder(args);

builder.WriteStatusFiles();

var infrastructure = Infrastructure.Add(builder);
if (builder.Configuration["Stack"] is "infrastructure")
{
    await builder.Build().RunAsync();
    return;
}

var developmentClientSecret = builder.AddGeneratedSecret("development-client-secret");
var signingKeyPassphrase = builder.AddGeneratedSecret("identity-signing-key-passphrase");

var identity = builder.AddService<Projects.GrozUtrecht_Identity>("identity", infrastructure)
    .WithEnvironment("Identity__SigningKeyPassphrase", signingKeyPassphrase)
    .WithEnvironment("Identity__DevelopmentClientSecret", developmentClientSecret);

var lifestyle = builder.AddService<Projects.GrozUtrecht_Lifestyle>("lifestyle", infrastructure);
var support = builder.AddService<Projects.GrozUtrecht_Support>("support", infrastructure);
var tijdbank = builder.AddService<Projects.GrozUtrecht_Tijdbank>("tijdbank", infrastructure);
var vitaalWerken = builder.AddService<Projects.GrozUtrecht_VitaalWerken>("vitaal-werken", infrastructure);

IResourceBuilder<ProjectResource>[] services = [identity, lifestyle, support, tijdbank, vitaalWerken];
var gateway = builder.AddGateway<Projects.GrozUtrecht_Gateway>(infrastructure, services);

foreach (var service in services)
{
    service.TrustTokensOf(identity);
}

gateway.TrustTokensOf(identity);

await builder.Build().RunAsync();
