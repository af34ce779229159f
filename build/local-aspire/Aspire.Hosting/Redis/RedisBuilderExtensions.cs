using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Redis;
using Aspire.Hosting.State;

namespace Aspire.Hosting;

/// <summary>Adds Redis servers.</summary>
public static class RedisBuilderExtensions
{
    // A here-document keeps the password out of the process list.
    private const string Script = """
        exec "$REDIS_SERVER" - --port "$REDIS_PORT" --bind 127.0.0.1 --save '' --appendonly no <<EOF
        requirepass $REDIS_PASSWORD
        EOF
        """;

    public static IResourceBuilder<RedisResource> AddRedis(
        this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        var server = new RedisResource(name, password?.Resource ?? builder.AddGeneratedPassword(name));
        server.Annotations.Add(new ResourceInstance());
        server.Annotations.Add(new Endpoint(RedisResource.EndpointName, "tcp", "127.0.0.1", port));
        server.Annotations.Add(new EnvironmentSource(environment => environment["REDIS_PASSWORD"] = server.PasswordParameter!));
        server.Annotations.Add(new Launch(context => Describe(server, context)));
        server.Annotations.Add(new HealthProbe($"{name}_check", cancellationToken => RedisProbe.AskAsync(server, cancellationToken)));
        return builder.AddResource(server);
    }

    private static ProcessSpec Describe(RedisResource server, LaunchContext context)
    {
        var program = Programs.Find("redis-server");
        return new()
        {
            ExecutablePath = "/bin/sh",
            Arguments = ["-c", Script],
            ShownProgram = program,
            WorkingDirectory = Directory.CreateDirectory(context.DataDirectory).FullName,
            Environment = new Dictionary<string, string>(context.Environment, StringComparer.Ordinal)
            {
                ["REDIS_SERVER"] = program,
                ["REDIS_PORT"] = server.PrimaryEndpoint.Port.ToString(),
            },
        };
    }
}
