using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Overzichten;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// The hours of a period by person, organisation and kind, straight from the ledger: what left the account Uitgifte minus what came
/// back, by the moment of booking. So all of it, together with what companies contributed to funds, which is nobody's work, is what the
/// balance of Uitgifte moved.
/// </summary>
internal static class MaandurenStore
{
    /// <summary>Reads them in the caller's snapshot.</summary>
    /// <exception cref="InvalidOperationException">They are not what the ledger moved, so nothing may be published.</exception>
    public static async Task<IReadOnlyList<Maanduren>> ListAsync(NpgsqlConnection connection, Periode periode, CancellationToken cancellationToken)
    {
        var head = await OverzichtStore.HeadAsync(connection, Systeemrekening.Uitgifte, periode, cancellationToken);
        var range = new { uitgifte = Systeemrekening.Uitgifte, from = head.EersteVolgnummer, until = head.VolgendeVolgnummer };
        IReadOnlyList<Maanduren> hours = [.. await CreditedAsync(connection, range, cancellationToken), .. await TakenBackAsync(connection, range, cancellationToken)];
        return hours.Sum(item => item.Minuten) + await ContributedAsync(connection, range, cancellationToken) == head.Beginsaldo - head.Eindsaldo
            ? hours
            : throw new InvalidOperationException("The hours of a month are not what the ledger moved in it.");
    }

    /// <summary>What was converted into money in a period, by person: what came on the account Wissel minus what went back.</summary>
    public static async Task<IReadOnlyList<Maanduren>> ConvertedAsync(NpgsqlConnection connection, Periode periode, CancellationToken cancellationToken)
    {
        var head = await OverzichtStore.HeadAsync(connection, Systeemrekening.Wissel, periode, cancellationToken);
        var rows = await connection.QueryAsync<(Guid PersoonId, long Minuten)>(new CommandDefinition(
            """
            with deze as (select nummer from grootboek.rekening where id = @wissel)
            select coalesce(r.persoon_id, hoofd.persoon_id, r.id) as persoon_id, sum(o.bedrag)::bigint as minuten
            from (
              select van as tegen, bedrag from grootboek.overboeking
              where naar = (select nummer from deze) and soort in (1, 3) and volgnummer >= @from and volgnummer < @until
              union all
              select naar, -bedrag from grootboek.overboeking
              where van = (select nummer from deze) and soort in (1, 3) and volgnummer >= @from and volgnummer < @until) as o
            join grootboek.rekening r on r.nummer = o.tegen
            left join grootboek.rekening hoofd on hoofd.id = r.hoort_bij
            group by 1
            """,
            new { wissel = Systeemrekening.Wissel, from = head.EersteVolgnummer, until = head.VolgendeVolgnummer },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new Maanduren(row.PersoonId, null, Rapportage.Onbekend, row.Minuten))];
    }

    /// <summary>What is known of these persons.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Rapportpersoon>> PersonsAsync(
        NpgsqlConnection connection, IEnumerable<Maanduren> hours, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(Guid PersoonId, DateOnly? Geboortedatum, int? Postcode)>(new CommandDefinition(
            "select persoon_id, geboortedatum, postcode from deelnemer where persoon_id = any (@ids)",
            new { ids = hours.Select(item => item.PersoonId).Distinct().ToArray() },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.PersoonId, row => new Rapportpersoon(row.Geboortedatum, AreaOf(row.Postcode)));
    }

    private static Task<long> ContributedAsync(NpgsqlConnection connection, object range, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            with uitgifte as (select nummer from grootboek.rekening where id = @uitgifte)
            select coalesce(sum(case when o.van = (select nummer from uitgifte) then o.bedrag else -o.bedrag end), 0)::bigint
            from grootboek.overboeking o
            join grootboek.rekening r on r.nummer = case when o.van = (select nummer from uitgifte) then o.naar else o.van end
            where (o.van = (select nummer from uitgifte) or o.naar = (select nummer from uitgifte)) and o.soort in (1, 3) and r.soort = 'wijkpot'
              and o.volgnummer >= @from and o.volgnummer < @until
            """,
            range,
            cancellationToken: cancellationToken));

    private static string AreaOf(int? postcode) =>
        Postcode4.TryFind(postcode?.ToString("0000"), out var found) && found.Gebied is { } gebied ? gebied.Code : Rapportage.Onbekend;

    private static async Task<IEnumerable<Maanduren>> CreditedAsync(NpgsqlConnection connection, object range, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(Guid PersoonId, Guid? PartnerId, string UrenSoort, long Minuten)>(new CommandDefinition(
            $"""
             select coalesce(r.persoon_id, hoofd.persoon_id, r.id) as persoon_id, b.partner_id, coalesce(b.uren_soort, '{Rapportage.Onbekend}') as uren_soort,
               sum(o.bedrag)::bigint as minuten
             from grootboek.overboeking o
             join grootboek.rekening r on r.nummer = o.naar
             left join grootboek.rekening hoofd on hoofd.id = r.hoort_bij
             left join bijschrijving b on b.overboeking_id = o.id
             where o.van = (select nummer from grootboek.rekening where id = @uitgifte) and o.soort in (1, 3) and r.soort <> 'wijkpot'
               and o.volgnummer >= @from and o.volgnummer < @until
             group by 1, 2, 3
             """,
            range,
            cancellationToken: cancellationToken));
        return rows.Select(row => new Maanduren(row.PersoonId, row.PartnerId, row.UrenSoort, row.Minuten));
    }

    // A transfer back names no registration, but its id is derived from one.
    private static async Task<IEnumerable<Maanduren>> TakenBackAsync(NpgsqlConnection connection, object range, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<(Guid Id, Guid PersoonId, long Minuten)>(new CommandDefinition(
            """
            select o.id, coalesce(r.persoon_id, hoofd.persoon_id, r.id) as persoon_id, o.bedrag as minuten
            from grootboek.overboeking o
            join grootboek.rekening r on r.nummer = o.van
            left join grootboek.rekening hoofd on hoofd.id = r.hoort_bij
            where o.naar = (select nummer from grootboek.rekening where id = @uitgifte) and o.soort in (1, 3) and r.soort <> 'wijkpot'
              and o.volgnummer >= @from and o.volgnummer < @until
            """,
            range,
            cancellationToken: cancellationToken))).AsList();
        var registrations = await connection.QueryAsync<(Guid Id, Guid? PartnerId, string UrenSoort)>(new CommandDefinition(
            """
            select u.id, b.partner_id, u.uren_soort
            from urenregistratie u left join bijschrijving b on b.overboeking_id = u.overboeking_id
            where u.persoon_id = any (@ids) and u.status = 'teruggeboekt'
            """,
            new { ids = rows.Select(row => row.PersoonId).Distinct().ToArray() },
            cancellationToken: cancellationToken));
        var origins = registrations.ToDictionary(row => Terugboekingen.IdOf(row.Id), row => (row.PartnerId, row.UrenSoort));
        return rows.Select(row => origins.TryGetValue(row.Id, out var origin)
            ? new Maanduren(row.PersoonId, origin.PartnerId, origin.UrenSoort, -row.Minuten)
            : new Maanduren(row.PersoonId, null, Rapportage.Onbekend, -row.Minuten));
    }
}
