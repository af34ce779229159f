using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Data.Deelnames;

/// <summary>A session with what its activity says about taking part.</summary>
internal sealed record Sessiefeiten
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    /// <summary>The partner whose activity it is.</summary>
    public required Guid EigenaarId { get; init; }

    public required string ActiviteitStatus { get; init; }

    public required string SessieStatus { get; init; }

    public required string Soort { get; init; }

    public required string Gebied { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int Capaciteit { get; init; }

    public required int Bezet { get; init; }

    public required int PrijsCenten { get; init; }

    public required int BedenktijdMinuten { get; init; }

    public int FreePlaces => Capaciteit - Bezet;

    public Sessiestand Stand => new(
        Words.Read<ActiviteitStatus>(ActiviteitStatus) == Domain.ActiviteitStatus.Gepubliceerd,
        Words.Read<Sessiestatus>(SessieStatus) == Sessiestatus.Vervallen,
        BegintOp,
        EindigtOp);
}
