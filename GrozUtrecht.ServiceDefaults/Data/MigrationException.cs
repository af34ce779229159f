namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>A migration could not be applied; the message names the file.</summary>
public sealed class MigrationException : Exception
{
    internal MigrationException(MigrationFile file, string reason, Exception? inner = null)
        : base($"Migration {file}: {reason}", inner)
    {
    }
}
