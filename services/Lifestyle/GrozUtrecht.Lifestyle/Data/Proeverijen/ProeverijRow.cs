using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>One row of <c>proeverijen</c>.</summary>
internal sealed record ProeverijRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Naam { get; init; }

    public required string Gebied { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int BudgetCenten { get; init; }

    /// <summary>What was asked of aanbieders and not taken back; the database counts.</summary>
    public int KostenCenten { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GehoudenOp { get; init; }

    public DateTimeOffset? AfgeslotenOp { get; init; }

    public DateTimeOffset? AfgelastOp { get; init; }

    public ProeverijStatus StatusValue => Words.Read<ProeverijStatus>(Status);
}
