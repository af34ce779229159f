using System.Net.Sockets;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>Waiting for a database that is starting, restarting or being created beside this process.</summary>
internal static class DatabasePatience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>True for what passes by itself: no connection, a server in start-up or shutdown, a database that is still being created.</summary>
    public static bool MayPass(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } or SocketException or TimeoutException
            or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    /// <summary>Returns once a connection opens; the last failure is thrown when patience runs out.</summary>
    public static async Task WaitAsync(NpgsqlDataSource dataSource, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (MayPass(exception) && clock.GetElapsedTime(started) < patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}
