using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Helpers;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>helpers</c>.</summary>
internal sealed record HelperRow
{
    public const string Columns = "id, persoon_id, postcode, categorieen, straal_kilometers, maximum_minuten_per_week, talen, aangemaakt_op";

    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required string Postcode { get; init; }

    public required string[] Categorieen { get; init; }

    public required int StraalKilometers { get; init; }

    public required int? MaximumMinutenPerWeek { get; init; }

    public required string[] Talen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public HelperResponse ToResponse() => new(
        Id,
        PersoonId,
        Postcode,
        Postcode4.TryFind(Postcode, out var postcode) ? postcode.Gebied?.Code : null,
        [.. Categorieen.Select(Words<Categorie>.Read)],
        StraalKilometers,
        MaximumMinutenPerWeek,
        Talen,
        AangemaaktOp);
}

internal static class HelperStore
{
    /// <summary>Stores a new helper; false when this partner has this person as a helper already.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, Guid partnerId, HelperRow helper, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO helpers (id, partner_id, persoon_id, postcode, categorieen, straal_kilometers, maximum_minuten_per_week, talen, aangemaakt_op)
            VALUES (@Id, @partnerId, @PersoonId, @Postcode, @Categorieen, @StraalKilometers, @MaximumMinutenPerWeek, @Talen, @AangemaaktOp)
            ON CONFLICT (partner_id, persoon_id) DO NOTHING
            """,
            new
            {
                helper.Id,
                partnerId,
                helper.PersoonId,
                helper.Postcode,
                helper.Categorieen,
                helper.StraalKilometers,
                helper.MaximumMinutenPerWeek,
                helper.Talen,
                helper.AangemaaktOp,
            },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Holds the helper until the end of the transaction, so that appointments with one helper are made one after the other.</summary>
    public static Task LockAsync(NpgsqlConnection connection, Guid helperId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "SELECT FROM helpers WHERE id = @helperId FOR UPDATE", new { helperId }, cancellationToken: cancellationToken));

    public static Task MarkAskedAsync(NpgsqlConnection connection, Guid helperId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE helpers SET laatst_gevraagd_op = @now WHERE id = @helperId", new { helperId, now }, cancellationToken: cancellationToken));
}
