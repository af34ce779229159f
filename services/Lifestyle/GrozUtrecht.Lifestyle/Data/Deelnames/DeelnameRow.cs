namespace GrozUtrecht.Lifestyle.Data.Deelnames;

/// <summary>One row of <c>deelnames</c>, with what is asked of its session most.</summary>
internal sealed record DeelnameRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public Guid? PersoonId { get; init; }

    public Guid? GastId { get; init; }

    public required string Rol { get; init; }

    public required string Kanaal { get; init; }

    public required string Status { get; init; }

    public required int Volgnummer { get; init; }

    public required string Code { get; init; }

    public Guid? ProeverijId { get; init; }

    public Guid? PreventiebudgetId { get; init; }

    public required DateTimeOffset AangemeldOp { get; init; }

    public DateTimeOffset? AangebodenTot { get; init; }

    public DateTimeOffset? AfgemeldOp { get; init; }

    public DateTimeOffset? IngechecktOp { get; init; }

    public int? AanwezigMinuten { get; init; }
}
