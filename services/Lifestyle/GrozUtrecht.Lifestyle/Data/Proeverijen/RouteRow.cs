namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>One row of <c>proeverij_routes</c>.</summary>
internal sealed record RouteRow
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    public required Guid PartnerId { get; init; }

    public Guid? PersoonId { get; init; }

    public Guid? GastId { get; init; }

    public string? Code { get; init; }

    public string[] WensDimensies { get; init; } = [];

    public Guid[] WensActiviteiten { get; init; } = [];

    public required DateTimeOffset AangemaaktOp { get; init; }
}

/// <summary>One tasting of a route, with its names.</summary>
internal sealed record RouteproefRow
{
    public required Guid RouteId { get; init; }

    public required Guid DeelnameId { get; init; }

    public required long DeelnameVersie { get; init; }

    public required string Status { get; init; }

    public required string Code { get; init; }

    public required Guid SessieId { get; init; }

    public required int Ronde { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public required string Ruimte { get; init; }

    public required string Locatienaam { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Activiteit { get; init; }

    public required string Aanbieder { get; init; }

    public required string[] Dimensies { get; init; }
}
