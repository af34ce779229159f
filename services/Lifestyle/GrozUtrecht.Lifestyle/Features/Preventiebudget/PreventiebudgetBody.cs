using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>What insurer and municipality agreed on; the same when it is made and when it is changed.</summary>
public sealed record PreventiebudgetBody(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Naam van het budget.")] string Naam,
    [property: Required, StringLength(120, MinimumLength = 1), Description("Naam van de verzekeraar.")] string Verzekeraar,
    [property: Required, RegularExpression("^[0-9]{4}$"), Description("UZOVI-nummer van de verzekeraar.")] string Uzovi,
    [property: Required, StringLength(60, MinimumLength = 1), Description("Gemeente van de collectieve verzekering.")] string Gemeente,
    [property: Required, MinLength(1), MaxLength(20), Description("Codes van de gebieden waar activiteiten worden vergoed.")] IReadOnlyList<string> Gebieden,
    [property: Description("Eerste dag van de polisperiode.")] DateOnly VanDatum,
    [property: Description("Laatste dag van de polisperiode.")] DateOnly TotEnMetDatum,
    [property: Range(1, 10_000_000_000), Description("Bedrag in eurocenten dat bij het openen wordt toegezegd.")] long BedragCenten,
    [property: Range(1, 1_000_000), Description("Ten hoogste per lid over de hele periode, in eurocenten.")] int MaximumPerPersoonCenten,
    [property: Required, MaxLength(200), Description("Activiteiten die worden vergoed; daarnaast die met een van de dimensies.")]
    IReadOnlyList<Guid> ActiviteitIds,
    [property: Required, MaxLength(6), Description("Activiteiten met een van deze dimensies worden vergoed.")] IReadOnlyList<Dimensie> Dimensies,
    [property: Required, Description("Wat het lid zelf betaalt.")] EigenBijdrageBody EigenBijdrage,
    [property: Description("Wat er gebeurt als een lid niet komt of te laat afmeldt.")] NietVerschenenRegel BijNietVerschijnen,
    [property: Range(0, 336), Description("Afmelden kost niets tot zoveel uur voor het begin.")] int AfmeldenTotUren)
{
    /// <summary>The row with this content, or the answer that says why not.</summary>
    internal async Task<(PreventiebudgetRow? Row, ProblemHttpResult? Refusal)> PutIntoAsync(
        NpgsqlConnection connection, PreventiebudgetRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((FreeText.Refuse(Naam) ?? FreeText.Refuse(Verzekeraar) ?? FreeText.Refuse(Gemeente)) is { } text)
            return (null, text);
        if (!Gebieden.All(code => Gebied.TryFind(code, out _)))
            return (null, PreventiebudgetFailures.GebiedUnknown.ToProblem());

        var changed = row with
        {
            Version = row.Version + 1,
            Naam = Naam,
            Verzekeraar = Verzekeraar,
            Uzovi = Uzovi,
            Gemeente = Gemeente,
            Gebieden = [.. Gebieden],
            VanDatum = VanDatum,
            TotEnMetDatum = TotEnMetDatum,
            BedragCenten = BedragCenten,
            MaximumPerPersoonCenten = MaximumPerPersoonCenten,
            ActiviteitIds = [.. ActiviteitIds],
            Dimensies = Words.Of(Dimensies),
            EigenBijdrageSoort = Words.Of(EigenBijdrage.Soort),
            EigenBijdrageWaarde = EigenBijdrage.Waarde,
            BijNietVerschijnen = Words.Of(BijNietVerschijnen),
            AfmeldenTotUren = AfmeldenTotUren,
            GewijzigdOp = now,
        };
        if (changed.Afspraken.Replace(row.Afspraken) is { } fault)
            return (null, PreventiebudgetFailures.Of(fault).ToProblem());
        return await PreventiebudgetStore.CountActiviteitenAsync(connection, ActiviteitIds, row.PartnerId, cancellationToken) == ActiviteitIds.Count
            ? (changed, null)
            : (null, PreventiebudgetFailures.ActiviteitUnknown.ToProblem());
    }
}

/// <summary>What the member pays.</summary>
public sealed record EigenBijdrageBody(
    [property: Description("geen, procent van de prijs, of een vast bedrag.")] EigenBijdragesoort Soort,
    [property: Range(0, Domain.Preventiebudget.EigenBijdrage.MaximumCenten), Description("0, een percentage, of eurocenten per sessie.")] int Waarde);
