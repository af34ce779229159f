using System.Text.Json;

namespace Aspire.Hosting.State;

/// <summary>The generated parameters of the applications that use one state directory, readable by their owner only.</summary>
internal sealed class ParameterFile(string stateDirectory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly string path = Path.Combine(stateDirectory, "parameters.json");
    private readonly Lock sync = new();

    public string GetOrAdd(string name, Func<string> make)
    {
        lock (sync)
        {
            var values = Read();
            if (values.TryGetValue(name, out var known))
            {
                return known;
            }

            var value = make();
            values.Add(name, value);
            Replace(values);
            return value;
        }
    }

    private SortedDictionary<string, string> Read()
    {
        var content = File.Exists(path) ? File.ReadAllText(path) : "{}";
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(content)!, StringComparer.Ordinal);
    }

    // Written beside its place and moved there, so that an interrupted write loses nothing.
    private void Replace(SortedDictionary<string, string> values)
    {
        var beside = $"{path}.new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using (var stream = new FileStream(beside, options))
        {
            JsonSerializer.Serialize(stream, values, Json);
        }

        File.Move(beside, path, overwrite: true);
    }
}
