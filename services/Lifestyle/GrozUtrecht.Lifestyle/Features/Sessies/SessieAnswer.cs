using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>One session of an activity.</summary>
public sealed record SessieAnswer
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    [Description("De reeks waaruit deze sessie komt.")]
    public Guid? ReeksId { get; init; }

    [Description("Een proeverij is een sessie om te proeven, in het programma van een proeverij.")]
    public required Sessiesoort Soort { get; init; }

    public required Sessiestatus Status { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int Capaciteit { get; init; }

    public required int VrijePlaatsen { get; init; }

    [Description("Alleen als de sessie ergens anders is dan de activiteit.")]
    public string? Postcode { get; init; }

    [Description("Alleen als de sessie ergens anders is dan de activiteit.")]
    public string? Locatienaam { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    internal static SessieAnswer Of(SessieRow row) => new()
    {
        Id = row.Id,
        ActiviteitId = row.ActiviteitId,
        ReeksId = row.ReeksId,
        Soort = Words.Read<Sessiesoort>(row.Soort),
        Status = Words.Read<Sessiestatus>(row.SessieStatus),
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        Capaciteit = row.Capaciteit,
        VrijePlaatsen = row.Capaciteit - row.Bezet,
        Postcode = row.Postcode,
        Locatienaam = row.Locatienaam,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
    };
}
