using System.Globalization;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>The command <c>verify [hash]</c>: checks the ledger and says in a few lines what it found.</summary>
internal static class VerifyCommand
{
    private const int RowsPerSign = 100_000;

    /// <returns>0 when all holds, 1 when something does not, 2 when it could not be looked at.</returns>
    public static async Task<int> RunAsync(string databaseName, string? expectedHash)
    {
        var connectionString = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetConnectionString(databaseName);
        if (connectionString is null)
        {
            await Console.Error.WriteLineAsync($"verify: set ConnectionStrings__{databaseName} to the database of the Tijdbank.");
            return 2;
        }

        DapperTypes.Register();
        try
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            return await PrintAsync(await new Controle(source).RunAsync(expectedHash, ShowProgress, CancellationToken.None));
        }
        catch (NpgsqlException exception)
        {
            await Console.Error.WriteLineAsync($"verify: the database could not be read: {exception.Message}");
            return 2;
        }
    }

    private static void ShowProgress(long rows)
    {
        if (rows % RowsPerSign == 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … {rows:N0} rows"));
    }

    private static async Task<int> PrintAsync(Controleuitkomst outcome)
    {
        var seen = string.Create(CultureInfo.InvariantCulture, $"{outcome.Overboekingen:N0} rows, {outcome.Verzegeld:N0} of them sealed in {outcome.Zegels:N0} blocks");
        if (outcome.Fout is not { } fault)
        {
            await Console.Out.WriteLineAsync($"  ✓ the ledger holds: {seen}; every balance follows, each unit adds up to zero");
            await Console.Out.WriteLineAsync($"    head of the chain: {outcome.Hoofd ?? "none yet"}");
            return 0;
        }

        await Console.Out.WriteLineAsync($"  ✗ the ledger does not hold, seen after {seen}");
        await Console.Out.WriteLineAsync($"    {(fault.Volgnummer is { } row ? $"row {row}" : "no single row")}{(fault.OverboekingId is { } id ? $", overboeking {id}" : "")}: {fault.Uitleg}");
        return 1;
    }
}
