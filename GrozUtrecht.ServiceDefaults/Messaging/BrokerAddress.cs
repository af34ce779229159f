using Microsoft.Extensions.Configuration;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>Where the broker is, from the connection string <c>rabbitmq</c>: <c>amqp://user:password@host:port/vhost</c>.</summary>
internal sealed record BrokerAddress(Uri Address, string UserName, string Password)
{
    private const string ConnectionName = "rabbitmq";

    public static BrokerAddress Read(IConfiguration configuration)
    {
        var value = configuration.GetConnectionString(ConnectionName);
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            throw new InvalidOperationException($"Set ConnectionStrings__{ConnectionName} to an amqp:// address.");

        var user = uri.UserInfo.Split(':', 2);
        var address = new UriBuilder(uri) { UserName = "", Password = "" }.Uri;
        return user.Length == 2
            ? new BrokerAddress(address, Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user[1]))
            : new BrokerAddress(address, "guest", "guest");
    }
}
