using GrozUtrecht.AppHost;
using Microsoft.Extensions.Configuration;

// One of each thing that an AppHost of ours uses; a test asks for the parts it needs by name.
var builder = DistributedApplication.CreateBuilder(args);
builder.WriteStatusFiles();
var wanted = (builder.Configuration["Parts"] ?? "").Split(',');

if (wanted.Contains("servers", StringComparer.Ordinal))
{
    var rabbitMQ = builder.AddRabbitMQ("rabbitmq");
    var database = builder.AddPostgres("postgres").AddDatabase("sample-db", "sample");
    var redis = builder.AddRedis("redis");

    var migrator = builder.AddProject<Projects.GrozUtrecht_LocalAspire_TestService>("sample-migrate", launchProfileName: null)
        .WithArgs("exit", "0")
        .WaitFor(database);

    builder.AddProject<Projects.GrozUtrecht_LocalAspire_TestService>("sample")
        .WithReference(database)
        .WithReference(redis)
        .WithReference(rabbitMQ)
        .WaitForCompletion(migrator)
        .WithHttpHealthCheck("/health");
}

if (wanted.Contains("failures", StringComparer.Ordinal))
{
    var broken = builder.AddProject<Projects.GrozUtrecht_LocalAspire_TestService>("broken", launchProfileName: null).WithArgs("exit", "3");
    builder.AddProject<Projects.GrozUtrecht_LocalAspire_TestService>("dependent", launchProfileName: null)
        .WithArgs("exit", "0")
        .WaitForCompletion(broken);
}

if (wanted.Contains("redis", StringComparer.Ordinal))
{
    builder.AddRedis("fixed-redis", port: builder.Configuration.GetValue<int>("RedisPort"));
}

await builder.Build().RunAsync();
