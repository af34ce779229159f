using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Which accounts a partner may exchange with.</summary>
internal static class RuilToegang
{
    /// <summary>Accounts that partner <c>@partnerId</c> manages, as a subquery.</summary>
    public const string Managed = "(select rekening_id from rekening_toegang where partner_id = @partnerId and recht = 'beheer')";

    /// <summary>True when this partner manages this open account of a person or an organisation.</summary>
    public static async Task<bool> MayExchangeAsync(
        NpgsqlConnection connection, Guid rekeningId, Guid partnerId, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"""
             select exists (
               select from grootboek.rekening
               where id = @rekeningId and gesloten_op is null and soort in ('persoon', 'organisatie') and eenheid = 1 and id in {Managed})
             """,
            new { rekeningId, partnerId },
            cancellationToken: cancellationToken));
}
