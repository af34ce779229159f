using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>Reads what a company looks for, for who may ask it.</summary>
internal static class Koppelvragen
{
    /// <summary>What is not in the question comes from the company's needs, and from how it said that it would like to have it.</summary>
    public static async Task<(Koppelvraag? Vraag, Failure? Failure)> ReadAsync(
        NpgsqlDataSource database, Guid bedrijfId, KoppelwensenQuery wensen, HttpContext http, DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is not { } toegang)
            return (null, BedrijfFailures.Unknown);
        var (behoefte, stated) = await BehoefteAsync(connection, bedrijfId, http.RequestAborted);
        return Koppelwensen.Read(wensen, toegang.Bedrijf, behoefte, stated, now);
    }

    /// <summary>The subjects that the company needs, the most important first and none as long as nothing speaks for any, and what it wishes.</summary>
    public static async Task<(IReadOnlyList<Onderwerp> Behoefte, Bedrijfswensen? Stated)> BehoefteAsync(
        NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken)
    {
        var (ranked, stated) = await BehoefteStore.ReadAsync(connection, bedrijfId, cancellationToken);
        return ([.. ranked.Select(item => item.Onderwerp)], stated);
    }
}
