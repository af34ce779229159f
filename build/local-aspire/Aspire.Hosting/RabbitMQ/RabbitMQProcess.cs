using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Endpoints;
using Aspire.Hosting.State;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>RabbitMQ as an ordinary process, apart from any other on this machine: see rabbitmq.sh.</summary>
internal static class RabbitMQProcess
{
    public static ProcessSpec Describe(RabbitMQServerResource server, LaunchContext context)
    {
        // The program in /usr/sbin changes user; this one does not.
        var program = Programs.Find("rabbitmq-server", "/usr/lib/rabbitmq/bin");
        var volume = Directory.CreateDirectory(context.DataDirectory).FullName;
        return new()
        {
            ExecutablePath = "/bin/sh",
            Arguments = ["-c", Programs.Script("rabbitmq.sh")],
            ShownProgram = program,
            WorkingDirectory = volume,
            Environment = new Dictionary<string, string>(context.Environment, StringComparer.Ordinal)
            {
                ["RABBITMQ_SERVER"] = program,
                ["RABBITMQ_EPMD"] = Programs.Find("epmd"),
                ["RABBITMQ_VOLUME"] = volume,
                ["RABBITMQ_NODE_PORT"] = server.PrimaryEndpoint.Port.ToString(),
                ["RABBITMQ_DIST_PORT"] = FreePorts.Take().ToString(),
                ["ERL_EPMD_PORT"] = FreePorts.Take().ToString(),
            },
        };
    }
}
