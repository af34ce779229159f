using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>One embedded <c>Data/Sql/NNNN_name.sql</c>. The owner tells the platform's files from the service's, which both start at 0001.</summary>
internal sealed record MigrationFile(string Owner, string Name, string Sql)
{
    private const string Folder = ".Data.Sql.";

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The files of an assembly in the order of their numbers.</summary>
    public static IReadOnlyList<MigrationFile> In(Assembly assembly, string owner)
    {
        var files = assembly.GetManifestResourceNames()
            .Where(resource => resource.Contains(Folder, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
            .Select(resource => new MigrationFile(owner, resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], Read(assembly, resource)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();

        foreach (var file in files.Where(file => !file.HasNumber))
            throw new MigrationException(file, "its name must start with four digits and an underscore.");
        foreach (var same in files.GroupBy(file => file.Name[..4], StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new MigrationException(same.Last(), "another file has the same number.");
        return files;
    }

    public override string ToString() => $"{Owner}/{Name}";

    private bool HasNumber => Name.Length > 5 && Name[..4].All(char.IsAsciiDigit) && Name[4] == '_';

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
