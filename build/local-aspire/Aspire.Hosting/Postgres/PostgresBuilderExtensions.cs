using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Postgres;
using Aspire.Hosting.State;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var server = new PostgresServerResource(name, userName?.Resource, password?.Resource ?? builder.AddGeneratedPassword(name));
        server.Annotations.Add(new ResourceInstance());
        server.Annotations.Add(new Endpoint(PostgresServerResource.EndpointName, "tcp", "127.0.0.1", port));
        server.Annotations.Add(new EnvironmentSource(environment =>
        {
            environment["POSTGRES_USER"] = server.UserNameReference;
            environment["POSTGRES_PASSWORD"] = server.PasswordParameter;
        }));
        server.Annotations.Add(new Launch(context => PostgresProcess.Describe(server, context)));
        server.Annotations.Add(new HealthProbe($"{name}_check", new PostgresProbe(server).AskServerAsync));
        return builder.AddResource(server);
    }

    /// <summary>A database, made when the server starts and it does not exist.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var server = builder.Resource;
        var database = new PostgresDatabaseResource(name, databaseName ?? name, server);
        server.AddDatabase(name, database.DatabaseName);
        database.Annotations.Add(new Relationship(server, "Parent"));
        database.Annotations.Add(new HealthProbe(
            $"{name}_check", cancellationToken => PostgresProbe.AskDatabaseAsync(database, cancellationToken)));
        return builder.ApplicationBuilder.AddResource(database);
    }

    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null) => builder.AddVolume(name);
}
