using System.Diagnostics;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Architecture.Tests;

/// <summary>Runs the NL API design rules' own linter over the committed OpenAPI documents.</summary>
public sealed class ApiDesignTests
{
    private static readonly string Lint = Path.Combine(Repository.Root, "build", "api-lint");
    private static readonly string Documents = Path.Combine(Repository.Root, "docs", "api");

    [Fact]
    public async Task Api_documents_are_clean_under_the_NL_API_design_rules()
    {
        var documents = Directory.GetFiles(Documents, "*.json");
        Assert.Equal(5, documents.Length);

        var (exitCode, output) = await SpectralAsync(documents);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task The_linter_catches_a_document_without_a_contact()
    {
        var bad = Path.Combine(Path.GetTempPath(), $"groz-api-{Environment.ProcessId}.json");
        var good = await File.ReadAllTextAsync(Path.Combine(Documents, "tijdbank.v1.json"));
        await File.WriteAllTextAsync(bad, good.Replace("\"contact\"", "\"x-contact\"", StringComparison.Ordinal));

        var (exitCode, output) = await SpectralAsync(bad);
        File.Delete(bad);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("info-contact", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> SpectralAsync(params string[] documents)
    {
        var program = Path.Combine(Lint, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
        Assert.True(File.Exists(program), "The API linter is not installed. Run ./groz test, or npm ci in build/api-lint.");

        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [program, "lint", "--ruleset", Path.Combine(Lint, "nlgov-adr-2.2.yaml"), "--fail-severity", "hint", .. documents];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
