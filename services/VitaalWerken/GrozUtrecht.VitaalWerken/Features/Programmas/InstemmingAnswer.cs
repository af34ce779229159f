using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>What one side said of a version.</summary>
internal enum Besluit
{
    Open,
    Ingestemd,
    Afgewezen,
}

/// <summary>The answer of one side, or that there is none yet.</summary>
internal sealed record InstemmingAnswer(
    [property: Description("De leverancier; ontbreekt als dit het antwoord van het bedrijf is.")] Guid? LeverancierId,
    [property: Description("open zolang er geen antwoord is.")] Besluit Besluit,
    [property: Description("Waarom niet. Andere leveranciers zien dit niet.")] Afwijsreden? Reden,
    [property: Description("Toelichting bij een afwijzing. Andere leveranciers zien dit niet.")] string? Toelichting,
    [property: Description("Wanneer het antwoord kwam.")] DateTimeOffset? BeslotenOp)
{
    /// <summary>The company first, then the suppliers of the version.</summary>
    public static IReadOnlyList<InstemmingAnswer> AllOf(Programmainzage inzage, int versie)
    {
        var answers = inzage.Dossier.Antwoorden.Where(answer => answer.Versie == versie).ToList();
        return [.. inzage.Dossier.Leveranciers[versie].Select(id => (Guid?)id).Prepend(null).Select(Of)];

        InstemmingAnswer Of(Guid? leverancierId)
        {
            if (answers.Find(answer => answer.LeverancierId == leverancierId) is not { } answer)
                return new(leverancierId, Besluit.Open, null, null, null);
            var seesWhy = inzage.SeesAll || (leverancierId is { } id && inzage.Eigen.Contains(id));
            return new(
                leverancierId,
                Words.Read<Besluit>(answer.Besluit),
                seesWhy && answer.Reden is { } reden ? Words.Read<Afwijsreden>(reden) : null,
                seesWhy ? answer.Toelichting : null,
                answer.BeslotenOp);
        }
    }
}
