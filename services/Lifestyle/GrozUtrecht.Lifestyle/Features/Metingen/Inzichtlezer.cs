using System.Text.Json;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.Lifestyle.Features.Vragenlijsten;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>Puts together what stands under a pseudonym and what a person attended, in memory and only for the holder of the key.</summary>
internal static class Inzichtlezer
{
    public static async Task<InzichtAnswer> ReadAsync(NpgsqlConnection connection, Houder houder, bool withAnswers, CancellationToken cancellationToken)
    {
        var metingen = await MetingStore.ListAsync(connection, houder.Pseudoniem, cancellationToken);
        var antwoorden = await MetingStore.AntwoordenAsync(connection, houder.Pseudoniem, cancellationToken);
        var scores = await MetingStore.ScoresAsync(connection, houder.Pseudoniem, cancellationToken);
        var bezoeken = await BezoekStore.ListAsync(connection, houder.PersoonId, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
        Dictionary<(string, int), VragenlijstRow> vragenlijsten = [];
        foreach (var (code, versie) in antwoorden.SelectMany(group => group).Select(row => (row.Vragenlijst, row.VragenlijstVersie)).Distinct())
            vragenlijsten[(code, versie)] = (await VragenlijstStore.FindAsync(connection, code, versie, cancellationToken))!;

        return new(
            [.. metingen.Select(meting => new EigenMetingAnswer(
                meting.ArrangementId, meting.Maanden, meting.IngediendDatum, [.. antwoorden[meting.Id].Select(Uitslag)]))],
            [.. bezoeken.Select(row => new BezoekAnswer(row.ActiviteitId, row.Naam, row.Keren, row.Minuten, row.EersteDatum, row.LaatsteDatum))]);

        UitslagAnswer Uitslag(AntwoordenRow row)
        {
            var vragenlijst = vragenlijsten[(row.Vragenlijst, row.VragenlijstVersie)];
            return new(
                row.Vragenlijst, row.VragenlijstVersie, vragenlijst.Titel, Scores(vragenlijst.Read(), scores[(row.MetingId, row.Vragenlijst)]),
                withAnswers ? JsonSerializer.Deserialize<Dictionary<string, int>>(row.Waarden) : null);
        }
    }

    private static List<ScoreAnswer> Scores(VragenlijstInhoud inhoud, IEnumerable<ScoreRow> rows)
    {
        var vragenlijst = inhoud.ToDomain();
        return [.. rows
            .OrderBy(row => Dimensies.Words.Index().FirstOrDefault(word => word.Item == row.Dimensie).Index)
            .Select(row => new ScoreAnswer(row.Dimensie, row.Score, Scoring.BandOf(vragenlijst, row.Score), inhoud.Meaning(Scoring.BandOf(vragenlijst, row.Score))))];
    }
}
