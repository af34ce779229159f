using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Behoeften;

/// <summary>One row of <c>bedrijfsscans</c>: the arrays belong together, place by place.</summary>
internal sealed record BedrijfsscanRow
{
    public required Guid BedrijfId { get; init; }

    public required long Version { get; init; }

    public required string[] Onderwerpen { get; init; }

    public required int[] Urgenties { get; init; }

    public required int[] Gereedheden { get; init; }

    public required string[] Vormen { get; init; }

    public long? MaximumPrijsCenten { get; init; }

    public int? Groepsgrootte { get; init; }

    public required int Dagdelen { get; init; }

    public required DateTimeOffset IngevuldOp { get; init; }

    public IReadOnlyList<Bedrijfsoordeel> Oordelen =>
        [.. Onderwerpen.Select((onderwerp, place) => new Bedrijfsoordeel(Words.Read<Onderwerp>(onderwerp), Urgenties[place], Gereedheden[place]))];

    public Bedrijfswensen Wensen => new(Words.Read<Aanbodvorm>(Vormen), MaximumPrijsCenten, Groepsgrootte, Dagdelen);
}

/// <summary>SQL on <c>bedrijfsscans</c>: earlier versions stay.</summary>
internal static class BedrijfsscanStore
{
    public static Task InsertAsync(NpgsqlConnection connection, BedrijfsscanRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bedrijfsscans
              (bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, maximum_prijs_centen, groepsgrootte, dagdelen, ingevuld_op)
            VALUES (@BedrijfId, @Version, @Onderwerpen, @Urgenties, @Gereedheden, @Vormen, @MaximumPrijsCenten, @Groepsgrootte, @Dagdelen, @IngevuldOp)
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>The one that counts.</summary>
    public static Task<BedrijfsscanRow?> LastAsync(NpgsqlConnection connection, Guid bedrijfId, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<BedrijfsscanRow>(new CommandDefinition(
            """
            SELECT bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, maximum_prijs_centen, groepsgrootte, dagdelen, ingevuld_op
            FROM bedrijfsscans
            WHERE bedrijf_id = @bedrijfId
            ORDER BY version DESC
            LIMIT 1
            """,
            new { bedrijfId },
            cancellationToken: cancellationToken));
}
