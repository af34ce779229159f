using System.Diagnostics;

namespace GrozUtrecht.Tijdbank.Tests.Zegels;

/// <summary>The command as an operator gives it: the service's own executable, in a process of its own.</summary>
public sealed class VerifyCommandTests
{
    [Fact]
    public async Task A_ledger_that_holds_ends_with_zero_and_shows_the_head()
    {
        await using var ledger = await Sandbox.CreateAsync();
        await ledger.BookAsync(4);
        await ledger.SealAsync();

        var (exitCode, output) = await RunAsync(ledger.ConnectionString);

        Assert.True(exitCode == 0, output);
        Assert.Contains("12 rows, 12 of them sealed", output, StringComparison.Ordinal);
        Assert.Contains((await ledger.VerifyAsync()).Hoofd!, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_ends_with_one_and_names_the_row()
    {
        await using var ledger = await Sandbox.CreateAsync();
        await ledger.BookAsync(4);
        await ledger.SealAsync();
        await ledger.TamperAsync("update grootboek.overboeking set bedrag = bedrag + 1 where volgnummer = 7");

        var (exitCode, output) = await RunAsync(ledger.ConnectionString);

        Assert.Equal(1, exitCode);
        Assert.Contains("row 7,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "set ConnectionStrings__tijdbank-db")]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "could not be read")]
    public async Task A_database_that_cannot_be_reached_ends_with_two_and_one_line(string? connectionString, string remedy)
    {
        var (exitCode, output) = await RunAsync(connectionString);
        Assert.Equal(2, exitCode);
        Assert.Contains(remedy, output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string? connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "verify"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ConnectionStrings__tijdbank-db"] = connectionString;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
