using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Zegels;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>One block of the chain.</summary>
internal sealed record Zegel
{
    public long Nummer { get; init; }

    public long EersteVolgnummer { get; init; }

    public long LaatsteVolgnummer { get; init; }

    public int Aantal { get; init; }

    /// <summary>The first eight bytes of each row's hash, in order.</summary>
    public byte[] Regels { get; init; } = [];

    public byte[] Hash { get; init; } = [];
}

internal static class ZegelStore
{
    public const int MaximumPerBlock = 1_000;

    /// <summary>Rows after this number and up to that, in order. A reader instead of Dapper: these are all rows there are.</summary>
    public static async Task<List<Grootboekregel>> ReadAsync(
        NpgsqlConnection connection, long after, long upTo, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select volgnummer, id, soort, van, naar, bedrag, saldo_van_na, saldo_naar_na, geboekt_op, partner_id, reservering_id, vervalt_op
            from grootboek.overboeking where volgnummer > $1 and volgnummer <= $2 order by volgnummer limit $3
            """,
            connection)
        {
            Parameters = { new() { Value = after }, new() { Value = upTo }, new() { Value = MaximumPerBlock } },
        };
        var rows = new List<Grootboekregel>(MaximumPerBlock);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                reader.GetInt64(0), reader.GetGuid(1), (Opdrachtsoort)reader.GetInt16(2), reader.GetInt32(3), reader.GetInt32(4),
                reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetFieldValue<DateTimeOffset>(8),
                reader.IsDBNull(9) ? null : reader.GetGuid(9), reader.IsDBNull(10) ? null : reader.GetGuid(10),
                reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11)));
        }

        return rows;
    }

    /// <summary>The head of the chain, or null before the first block.</summary>
    public static Task<Zegel?> LastAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Zegel>(new CommandDefinition(
            "select nummer, eerste_volgnummer, laatste_volgnummer, aantal, hash from grootboek.zegel order by nummer desc limit 1",
            cancellationToken: cancellationToken));

    /// <summary>Blocks after this number, oldest first.</summary>
    public static async Task<IReadOnlyList<Zegel>> ListAsync(NpgsqlConnection connection, long after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Zegel>(new CommandDefinition(
            """
            select nummer, eerste_volgnummer, laatste_volgnummer, aantal, regels, hash
            from grootboek.zegel where nummer > @after order by nummer limit @count
            """,
            new { after, count },
            cancellationToken: cancellationToken))];

    public static Task InsertAsync(NpgsqlConnection connection, Zegel zegel, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into grootboek.zegel (nummer, eerste_volgnummer, laatste_volgnummer, aantal, regels, hash, verzegeld_op)
            values (@Nummer, @EersteVolgnummer, @LaatsteVolgnummer, @Aantal, @Regels, @Hash, @now)
            """,
            new { zegel.Nummer, zegel.EersteVolgnummer, zegel.LaatsteVolgnummer, zegel.Aantal, zegel.Regels, zegel.Hash, now },
            cancellationToken: cancellationToken));
}
