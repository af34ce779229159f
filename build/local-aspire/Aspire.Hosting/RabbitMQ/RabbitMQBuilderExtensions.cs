using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.RabbitMQ;
using Aspire.Hosting.State;

namespace Aspire.Hosting;

/// <summary>Adds RabbitMQ servers.</summary>
public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var server = new RabbitMQServerResource(name, userName?.Resource, password?.Resource ?? builder.AddGeneratedPassword(name));
        server.Annotations.Add(new ResourceInstance());
        server.Annotations.Add(new Endpoint(RabbitMQServerResource.EndpointName, "tcp", "127.0.0.1", port));
        server.Annotations.Add(new EnvironmentSource(environment =>
        {
            environment["RABBITMQ_DEFAULT_USER"] = server.UserNameReference;
            environment["RABBITMQ_DEFAULT_PASS"] = server.PasswordParameter;
        }));
        server.Annotations.Add(new Launch(context => RabbitMQProcess.Describe(server, context)));
        server.Annotations.Add(new HealthProbe($"{name}_check", cancellationToken => RabbitMQProbe.AskAsync(server, cancellationToken)));
        return builder.AddResource(server);
    }

    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null) => builder.AddVolume(name);
}
