using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace GrozUtrecht.LocalAspire.Tests.Stacks;

public sealed class ServerStackTests(ServerStack stack) : IClassFixture<ServerStack>
{
    [Fact]
    public async Task A_client_logs_in_to_the_database_that_the_stack_made()
    {
        await using var connection = new NpgsqlConnection(await stack.App.GetConnectionStringAsync("sample-db"));

        await connection.OpenAsync();

        await using var command = new NpgsqlCommand("SELECT current_database()", connection);
        Assert.Equal("sample", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task PostgreSQL_refuses_a_wrong_password()
    {
        var settings = new NpgsqlConnectionStringBuilder(await stack.App.GetConnectionStringAsync("sample-db")) { Password = "wrong" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task A_client_logs_in_to_RabbitMQ_and_declares_a_quorum_queue()
    {
        var factory = new ConnectionFactory { Uri = new((await stack.App.GetConnectionStringAsync("rabbitmq"))!) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();

        var queue = await channel.QueueDeclareAsync(
            "quorum", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });

        Assert.Equal("quorum", queue.QueueName);
    }

    [Fact]
    public async Task Redis_refuses_who_does_not_give_the_password()
    {
        var address = (await stack.App.GetConnectionStringAsync("redis"))!.Split(',')[0].Split(':');
        using var client = new TcpClient(address[0], int.Parse(address[1]));
        await using var stream = client.GetStream();
        await stream.WriteAsync("PING\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);

        Assert.StartsWith("-NOAUTH", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings__sample-db", "Host=127.0.0.1;Port=")]
    [InlineData("ConnectionStrings__redis", "127.0.0.1:")]
    [InlineData("ConnectionStrings__rabbitmq", "amqp://guest:")]
    [InlineData("SAMPLE_DB_URI", "postgresql://postgres:")]
    [InlineData("SAMPLE_DB_DATABASENAME", "sample")]
    [InlineData("RABBITMQ_HOST", "127.0.0.1")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Development")]
    [InlineData("DOTNET_ENVIRONMENT", "")]
    public async Task A_service_is_told_where_its_servers_are_and_nothing_meant_for_the_AppHost(string name, string start)
    {
        using var client = stack.App.CreateHttpClient("sample", "http");

        var value = await client.GetStringAsync(new Uri($"/environment/{name}", UriKind.Relative));

        Assert.StartsWith(start, value, StringComparison.Ordinal);
        Assert.Equal(start.Length == 0, value.Length == 0);
    }

    [Fact]
    public async Task A_stopped_server_is_stopped_and_starts_again_by_command()
    {
        var (notifications, commands) = (stack.App.ResourceNotifications, stack.App.ResourceCommands);

        var stopped = await commands.ExecuteCommandAsync("redis", KnownResourceCommands.StopCommand);
        var stateWhenStopped = await notifications.WaitForResourceAsync("redis", change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text, StringComparer.Ordinal));
        var address = (await stack.App.GetConnectionStringAsync("redis"))!.Split(',')[0].Split(':');
        var refused = Assert.Throws<SocketException>(() => new TcpClient(address[0], int.Parse(address[1])));
        var started = await commands.ExecuteCommandAsync("redis", KnownResourceCommands.StartCommand);
        var stateWhenStarted = await notifications.WaitForResourceHealthyAsync("redis");

        Assert.True(stopped.Success, stopped.Message);
        Assert.Null(stateWhenStopped.Snapshot.HealthStatus);
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.True(started.Success, started.Message);
        Assert.Equal(KnownResourceStates.Running, stateWhenStarted.Snapshot.State?.Text);
    }

    [Fact]
    public async Task A_restarted_server_is_another_process_with_the_same_data()
    {
        var before = await stack.App.ResourceNotifications.WaitForResourceHealthyAsync("postgres");
        await using var data = NpgsqlDataSource.Create((await stack.App.GetConnectionStringAsync("sample-db"))!);
        await data.CreateCommand("CREATE TABLE kept (id int)").ExecuteNonQueryAsync();

        var restarted = await stack.App.ResourceCommands.ExecuteCommandAsync("postgres", KnownResourceCommands.RestartCommand);
        var after = await stack.App.ResourceNotifications.WaitForResourceHealthyAsync("postgres");
        data.Clear();

        Assert.True(restarted.Success, restarted.Message);
        Assert.NotEqual(Pid(before), Pid(after));
        Assert.Equal(0L, await data.CreateCommand("SELECT count(*) FROM kept").ExecuteScalarAsync());
    }

    private static object? Pid(ResourceEvent resource) =>
        resource.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value;
}
