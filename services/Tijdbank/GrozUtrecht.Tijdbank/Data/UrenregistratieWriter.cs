using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Writes registrations and their steps; all of it as sets, so that ten thousand cost a few round trips.</summary>
internal static class UrenregistratieWriter
{
    public static Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<Urenregistratie> rows, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into urenregistratie (
              id, bron, bron_id, persoon_id, voor_partner_id, voor_persoon_id, uren_soort, uitgevoerd_datum, begin_tijd, duur_minuten, postcode,
              praktijkovereenkomst_id, status, gemeld_door, melder_partner_id, genoemd_door_client_id, gemeld_op, wacht_sinds, rekening_id,
              overboeking_id, versie)
            select r.id, r.bron, r.bron_id, r.persoon, r.voor_partner, r.voor_persoon, r.soort, r.datum, r.begin_tijd::time, r.minuten, r.postcode,
              r.overeenkomst, r.status, r.gemeld_door, r.melder, r.client, r.gemeld_op, r.gemeld_op, r.rekening, r.overboeking, r.versie
            from unnest(
              @ids, @bronnen, @bronIds, @personen, @voorPartners, @voorPersonen, @soorten, @datums, @begintijden, @minuten, @postcodes,
              @overeenkomsten, @statussen, @gemeldDoor, @melders, @clients, @gemeldOp, @rekeningen, @overboekingen, @versies)
              as r (id, bron, bron_id, persoon, voor_partner, voor_persoon, soort, datum, begin_tijd, minuten, postcode,
                overeenkomst, status, gemeld_door, melder, client, gemeld_op, rekening, overboeking, versie)
            """,
            new
            {
                ids = Of(rows, row => row.Id),
                bronnen = Of(rows, row => row.Bron),
                bronIds = Of(rows, row => row.BronId),
                personen = Of(rows, row => row.PersoonId),
                voorPartners = Of(rows, row => row.VoorPartnerId),
                voorPersonen = Of(rows, row => row.VoorPersoonId),
                soorten = Of(rows, row => row.UrenSoort),
                datums = Of(rows, row => row.UitgevoerdDatum),
                begintijden = Of(rows, row => row.BeginTijd),
                minuten = Of(rows, row => row.DuurMinuten),
                postcodes = Of(rows, row => row.Postcode),
                overeenkomsten = Of(rows, row => row.PraktijkovereenkomstId),
                statussen = Of(rows, row => row.Status),
                gemeldDoor = Of(rows, row => row.GemeldDoor),
                melders = Of(rows, row => row.MelderPartnerId),
                clients = Of(rows, row => row.GenoemdDoorClientId),
                gemeldOp = Of(rows, row => row.GemeldOp),
                rekeningen = Of(rows, row => row.RekeningId),
                overboekingen = Of(rows, row => row.OverboekingId),
                versies = Of(rows, row => row.Versie),
            },
            cancellationToken: cancellationToken));

    /// <summary>Stores where registrations stand after a step; they are locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, IReadOnlyList<Urenregistratie> rows, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update urenregistratie u
            set status = r.status, duur_minuten = r.minuten, genoemd_door_client_id = r.client, wacht_sinds = r.wacht_sinds, herinnerd_op = null,
              rekening_id = r.rekening, overboeking_id = r.overboeking, versie = r.versie
            from unnest(@ids, @statussen, @minuten, @clients, @wachtSinds, @rekeningen, @overboekingen, @versies)
              as r (id, status, minuten, client, wacht_sinds, rekening, overboeking, versie)
            where u.id = r.id
            """,
            new
            {
                ids = Of(rows, row => row.Id),
                statussen = Of(rows, row => row.Status),
                minuten = Of(rows, row => row.DuurMinuten),
                clients = Of(rows, row => row.GenoemdDoorClientId),
                wachtSinds = Of(rows, row => row.WachtSinds),
                rekeningen = Of(rows, row => row.RekeningId),
                overboekingen = Of(rows, row => row.OverboekingId),
                versies = Of(rows, row => row.Versie),
            },
            cancellationToken: cancellationToken));

    /// <summary>Adds to the history, with what people wrote.</summary>
    public static Task AddStepsAsync(NpgsqlConnection connection, IReadOnlyList<Urenregistratiestap> steps, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into urenregistratie_stap (urenregistratie_id, volgnummer, stap, status, duur_minuten, partner_id, client_id, gezet_op)
            select * from unnest(@ids, @volgnummers, @stappen, @statussen, @minuten, @partners, @clients, @gezetOp);

            insert into urenregistratie_tekst (urenregistratie_id, volgnummer, tekst)
            select * from unnest(@ids, @volgnummers, @teksten) as t (id, volgnummer, tekst) where t.tekst is not null;
            """,
            new
            {
                ids = Of(steps, step => step.UrenregistratieId),
                volgnummers = Of(steps, step => step.Volgnummer),
                stappen = Of(steps, step => step.Stap),
                statussen = Of(steps, step => step.Status),
                minuten = Of(steps, step => step.DuurMinuten),
                partners = Of(steps, step => step.PartnerId),
                clients = Of(steps, step => step.ClientId),
                gezetOp = Of(steps, step => step.GezetOp),
                teksten = Of(steps, step => step.Tekst),
            },
            cancellationToken: cancellationToken));

    private static TValue[] Of<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
