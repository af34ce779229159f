using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.State;

/// <summary>
/// Where data volumes and generated parameters are kept: <c>LocalAspire:StateDirectory</c>, or <c>.groz/state</c> of the repository.
/// </summary>
internal static class StateDirectory
{
    private const UnixFileMode Traversable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static string Of(IDistributedApplicationBuilder builder)
    {
        var path = builder.Configuration["LocalAspire:StateDirectory"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : Path.Combine(RepositoryOf(builder.AppHostDirectory), ".groz", "state");

        // Servers that refuse to run as root must be able to pass through to their own directory, and no further.
        return Directory.CreateDirectory(path, Traversable).FullName;
    }

    /// <summary>The nearest directory above the AppHost that holds a solution, or the AppHost's own.</summary>
    public static string RepositoryOf(string appHostDirectory)
    {
        for (var directory = new DirectoryInfo(appHostDirectory); directory is not null; directory = directory.Parent)
        {
            if (directory.EnumerateFiles("*.sln").Any())
            {
                return directory.FullName;
            }
        }

        return appHostDirectory;
    }
}
