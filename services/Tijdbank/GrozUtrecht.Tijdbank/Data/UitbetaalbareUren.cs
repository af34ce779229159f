using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Confirmed hours as a payout finds them.</summary>
internal sealed record UitbetaalbaarUur
{
    public Guid Id { get; init; }

    public string UrenSoort { get; init; } = "";

    public DateOnly UitgevoerdDatum { get; init; }

    public int DuurMinuten { get; init; }

    public string Status { get; init; } = "";

    /// <summary>Where the minutes were credited.</summary>
    public Guid? RekeningId { get; init; }

    public Guid? UitbetalingId { get; init; }

    public bool IsConfirmed => Status == "bevestigd";

    public GewerkteUren ToGewerkteUren() => new(UitgevoerdDatum, DuurMinuten, UrenSoort);
}

/// <summary>Hours are paid once: a payout claims them, and gives them back when it does not come about.</summary>
internal static class UitbetaalbareUren
{
    /// <summary>Those of these hours that are of this person; nobody else can claim or change them until the transaction ends.</summary>
    public static async Task<IReadOnlyList<UitbetaalbaarUur>> LockAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> ids, Guid persoonId, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<UitbetaalbaarUur>(new CommandDefinition(
            """
            select id, uren_soort, uitgevoerd_datum, duur_minuten, status, rekening_id, uitbetaling_id
            from urenregistratie where id = any (@ids) and persoon_id = @persoonId order by id for update
            """,
            new { ids = ids.ToArray(), persoonId },
            cancellationToken: cancellationToken))];

    /// <summary>Claims hours that are locked, and says how many were still free.</summary>
    public static Task<int> ClaimAsync(NpgsqlConnection connection, Guid uitbetalingId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            with geclaimd as (
              update urenregistratie set uitbetaling_id = @uitbetalingId
              where id = any (@ids) and uitbetaling_id is null and status = 'bevestigd' returning id),
            genoteerd as (
              insert into uitbetaling_uren (uitbetaling_id, urenregistratie_id) select @uitbetalingId, id from geclaimd)
            select count(*)::int from geclaimd
            """,
            new { uitbetalingId, ids = ids.ToArray() },
            cancellationToken: cancellationToken));

    /// <summary>Makes the hours of these payouts free to be asked for again.</summary>
    public static Task ReleaseAsync(NpgsqlConnection connection, IReadOnlyList<Guid> uitbetalingIds, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with vrij as (
              select r.id from urenregistratie r join uitbetaling_uren u on u.urenregistratie_id = r.id
              where u.uitbetaling_id = any (@ids) and r.uitbetaling_id = u.uitbetaling_id order by r.id for update of r)
            update urenregistratie r set uitbetaling_id = null from vrij where r.id = vrij.id
            """,
            new { ids = uitbetalingIds.ToArray() },
            cancellationToken: cancellationToken));
}
