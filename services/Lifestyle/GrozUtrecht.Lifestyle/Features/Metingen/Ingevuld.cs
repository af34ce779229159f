using System.Text.Json;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>The rows of one measurement, made questionnaire by questionnaire.</summary>
internal sealed class Ingevuld(Guid metingId)
{
    private readonly List<AntwoordenRow> antwoorden = [];
    private readonly List<ScoreRow> scores = [];

    public IReadOnlyList<AntwoordenRow> Antwoorden => antwoorden;

    public IReadOnlyList<ScoreRow> Scores => scores;

    /// <summary>Scores the answers to one questionnaire, or says why they have no score.</summary>
    public AntwoordRefusal? Add(VragenlijstRow row, IngevuldBody body)
    {
        var vragenlijst = row.Read().ToDomain();
        IReadOnlyList<Antwoord> answers = [.. body.Antwoorden.Select(antwoord => new Antwoord(antwoord.Vraag, antwoord.Waarde))];
        if (Scoring.Check(vragenlijst, answers) is { } refusal)
            return refusal;

        antwoorden.Add(new()
        {
            MetingId = metingId,
            Vragenlijst = row.Code,
            VragenlijstVersie = row.Versie,
            Waarden = JsonSerializer.Serialize(answers.ToDictionary(answer => answer.Vraag, answer => answer.Waarde, StringComparer.Ordinal)),
        });
        scores.AddRange(Scoring.Of(vragenlijst, answers).Select(score => new ScoreRow
        {
            MetingId = metingId, Vragenlijst = row.Code, Dimensie = score.Dimensie, Score = score.Waarde,
        }));
        return null;
    }
}
