using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>Reads what a company looks for, for who may ask it.</summary>
internal static class Koppelvragen
{
    public static async Task<(Koppelvraag? Vraag, Failure? Failure)> ReadAsync(
        NpgsqlDataSource database, Guid bedrijfId, KoppelwensenQuery wensen, HttpContext http, DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is not { } toegang)
            return (null, BedrijfFailures.Unknown);
        var behoefte = wensen.Onderwerpen is null or [] ? await Behoefte.RankedAsync(connection, bedrijfId, http.RequestAborted) : [];
        return Koppelwensen.Read(wensen, toegang.Bedrijf, behoefte, now);
    }
}
