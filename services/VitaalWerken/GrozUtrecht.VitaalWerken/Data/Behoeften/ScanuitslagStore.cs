using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Behoeften;

/// <summary>SQL on the figures of scans: written once, when a scan closes.</summary>
internal static class ScanuitslagStore
{
    public static Task InsertAsync(NpgsqlConnection connection, Guid scanId, Scanuitslag uitslag, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO medewerkersscangroepen (scan_id, groep, aantal)
            SELECT @scanId, groep, aantal FROM unnest(@groepen, @aantallen) AS telling (groep, aantal);
            INSERT INTO medewerkersscancijfers (scan_id, groep, onderwerp, gemiddeld)
            SELECT @scanId, groep, onderwerp, gemiddeld FROM unnest(@cijfergroepen, @cijferonderwerpen, @gemiddelden) AS cijfer (groep, onderwerp, gemiddeld);
            INSERT INTO medewerkersscanwensen (scan_id, onderwerp, aantal)
            SELECT @scanId, onderwerp, aantal FROM unnest(@wensen, @wensaantallen) AS wens (onderwerp, aantal);
            """,
            new
            {
                scanId,
                groepen = uitslag.Groepen.Select(groep => groep.Groep).ToArray(),
                aantallen = uitslag.Groepen.Select(groep => groep.Aantal).ToArray(),
                cijfergroepen = uitslag.Cijfers.Select(cijfer => cijfer.Groep).ToArray(),
                cijferonderwerpen = uitslag.Cijfers.Select(cijfer => Words.Of(cijfer.Onderwerp)).ToArray(),
                gemiddelden = uitslag.Cijfers.Select(cijfer => cijfer.Gemiddeld).ToArray(),
                wensen = uitslag.Wensen.Select(wens => Words.Of(wens.Onderwerp)).ToArray(),
                wensaantallen = uitslag.Wensen.Select(wens => wens.Aantal).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>The figures of a closed scan, as they were made.</summary>
    public static async Task<Scanuitslag> ReadAsync(NpgsqlConnection connection, Guid scanId, int? aantal, CancellationToken cancellationToken)
    {
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT groep, aantal FROM medewerkersscangroepen WHERE scan_id = @scanId ORDER BY groep;
            SELECT groep, onderwerp, gemiddeld FROM medewerkersscancijfers WHERE scan_id = @scanId ORDER BY groep, gemiddeld, onderwerp;
            SELECT onderwerp, aantal FROM medewerkersscanwensen WHERE scan_id = @scanId ORDER BY aantal DESC, onderwerp;
            """,
            new { scanId },
            cancellationToken: cancellationToken));
        var groepen = await answers.ReadAsync<(int Groep, int Aantal)>();
        var cijfers = await answers.ReadAsync<(int Groep, string Onderwerp, decimal Gemiddeld)>();
        var wensen = await answers.ReadAsync<(string Onderwerp, int Aantal)>();
        return new(
            aantal,
            [.. groepen.Select(groep => new Groepsaantal(groep.Groep, groep.Aantal))],
            [.. cijfers.Select(cijfer => new Scancijfer(cijfer.Groep, Words.Read<Onderwerp>(cijfer.Onderwerp), cijfer.Gemiddeld))],
            [.. wensen.Select(wens => new Keuzeaantal(Words.Read<Onderwerp>(wens.Onderwerp), wens.Aantal))]);
    }
}
