using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>One row of <c>preventiebudgetten</c>.</summary>
internal sealed record PreventiebudgetRow
{
    public const string Columns =
        """
        id, partner_id, version, status, naam, verzekeraar, uzovi, gemeente, gebieden, van_datum, tot_en_met_datum, bedrag_centen,
        maximum_per_persoon_centen, activiteit_ids, dimensies, eigen_bijdrage_soort, eigen_bijdrage_waarde, bij_niet_verschijnen, afmelden_tot_uren,
        aangemaakt_op, gewijzigd_op, geopend_op, gesloten_op
        """;

    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public long Version { get; init; }

    public string Status { get; init; } = Words.Of(Budgetstatus.Concept);

    public string Naam { get; init; } = "";

    public string Verzekeraar { get; init; } = "";

    public string Uzovi { get; init; } = "";

    public string Gemeente { get; init; } = "";

    public string[] Gebieden { get; init; } = [];

    public DateOnly VanDatum { get; init; }

    public DateOnly TotEnMetDatum { get; init; }

    public long BedragCenten { get; init; }

    public int MaximumPerPersoonCenten { get; init; }

    public Guid[] ActiviteitIds { get; init; } = [];

    public string[] Dimensies { get; init; } = [];

    public string EigenBijdrageSoort { get; init; } = Words.Of(EigenBijdragesoort.Geen);

    public int EigenBijdrageWaarde { get; init; }

    public string BijNietVerschijnen { get; init; } = Words.Of(NietVerschenenRegel.Vrijgeven);

    public int AfmeldenTotUren { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GeopendOp { get; init; }

    public DateTimeOffset? GeslotenOp { get; init; }

    public Budgetstatus CurrentStatus => Words.Read<Budgetstatus>(Status);

    public EigenBijdrage EigenBijdrage => new(Words.Read<EigenBijdragesoort>(EigenBijdrageSoort), EigenBijdrageWaarde);

    public Budgetafspraken Afspraken => new(
        CurrentStatus,
        new(Verzekeraar, Uzovi, Gemeente, VanDatum, TotEnMetDatum, BedragCenten, MaximumPerPersoonCenten, EigenBijdrage,
            new(Words.Read<NietVerschenenRegel>(BijNietVerschijnen), AfmeldenTotUren)),
        Gebieden, ActiviteitIds, Dimensies);
}
