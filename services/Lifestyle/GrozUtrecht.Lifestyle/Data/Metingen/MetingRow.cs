namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One row of <c>metingen.metingen</c>.</summary>
internal sealed record MetingRow
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required Guid Pseudoniem { get; init; }

    public required Guid ArrangementId { get; init; }

    public required int Maanden { get; init; }

    public required DateOnly IngediendDatum { get; init; }

    public required DateTimeOffset IngediendOp { get; init; }
}

/// <summary>The answers to one questionnaire in one measurement.</summary>
internal sealed record AntwoordenRow
{
    public required Guid MetingId { get; init; }

    public required string Vragenlijst { get; init; }

    public required int VragenlijstVersie { get; init; }

    /// <summary>JSON: the answers by the code of their question.</summary>
    public required string Waarden { get; init; }
}

/// <summary>One score of one questionnaire in one measurement.</summary>
internal sealed record ScoreRow
{
    public required Guid MetingId { get; init; }

    public required string Vragenlijst { get; init; }

    public required string Dimensie { get; init; }

    public required decimal Score { get; init; }
}
