using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>The caps per year.</summary>
internal static class VergoedingsnormStore
{
    /// <summary>Those of these years that exist; with <paramref name="hold"/> they cannot change until the transaction ends.</summary>
    public static async Task<IReadOnlyDictionary<int, Vergoedingsnorm>> FindAsync(
        NpgsqlConnection connection, IReadOnlyCollection<int> jaren, bool hold, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"{Row.Select} where jaar = any (@jaren) order by jaar {(hold ? "for share" : "")}",
            new { jaren = jaren.ToArray() },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Jaar, row => row.ToNorm());
    }

    public static async Task<IReadOnlyList<(Vergoedingsnorm Norm, string Bron)>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
    [
        .. (await connection.QueryAsync<Row>(new CommandDefinition($"{Row.Select} order by jaar desc", cancellationToken: cancellationToken)))
            .Select(row => (row.ToNorm(), row.Bron)),
    ];

    /// <summary>Writes the caps of a year, unless they differ from those that payouts were held against already.</summary>
    /// <returns>False when they are in use.</returns>
    public static async Task<bool> SaveAsync(
        NpgsqlConnection connection, Vergoedingsnorm norm, string bron, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Holding the row keeps payouts of this year waiting, so that none slips in between the question and the change.
        await connection.ExecuteAsync(new CommandDefinition(
            "select 1 from vergoedingsnorm where jaar = @Jaar for update", new { norm.Jaar }, cancellationToken: cancellationToken));
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into vergoedingsnorm (jaar, uur_vanaf21_centen, uur_onder21_centen, maand_centen, jaar_centen, bron, gewijzigd_op)
            values (@Jaar, @UurVanaf21Centen, @UurOnder21Centen, @MaandCenten, @JaarCenten, @bron, @now)
            on conflict (jaar) do update set
              uur_vanaf21_centen = excluded.uur_vanaf21_centen, uur_onder21_centen = excluded.uur_onder21_centen,
              maand_centen = excluded.maand_centen, jaar_centen = excluded.jaar_centen, bron = excluded.bron, gewijzigd_op = excluded.gewijzigd_op
            where not exists (select 1 from vergoedingsteller t where t.jaar = excluded.jaar)
              or (vergoedingsnorm.uur_vanaf21_centen, vergoedingsnorm.uur_onder21_centen, vergoedingsnorm.maand_centen, vergoedingsnorm.jaar_centen)
                = (excluded.uur_vanaf21_centen, excluded.uur_onder21_centen, excluded.maand_centen, excluded.jaar_centen)
            """,
            new { norm.Jaar, norm.UurVanaf21Centen, norm.UurOnder21Centen, norm.MaandCenten, norm.JaarCenten, bron, now },
            cancellationToken: cancellationToken)) == 1;
    }

    private sealed record Row
    {
        public const string Select = "select jaar, uur_vanaf21_centen, uur_onder21_centen, maand_centen, jaar_centen, bron from vergoedingsnorm";

        public int Jaar { get; init; }

        public int UurVanaf21Centen { get; init; }

        public int UurOnder21Centen { get; init; }

        public int MaandCenten { get; init; }

        public int JaarCenten { get; init; }

        public string Bron { get; init; } = "";

        public Vergoedingsnorm ToNorm() => new(Jaar, UurVanaf21Centen, UurOnder21Centen, MaandCenten, JaarCenten);
    }
}
