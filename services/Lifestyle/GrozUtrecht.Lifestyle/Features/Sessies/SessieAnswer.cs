using GrozUtrecht.Lifestyle.Data;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>One session of an activity.</summary>
public sealed record SessieAnswer(
    Guid Id, Guid ActiviteitId, DateTimeOffset BegintOp, DateTimeOffset EindigtOp, DateTimeOffset AangemaaktOp)
{
    internal static SessieAnswer Of(SessieRow row) => new(row.Id, row.ActiviteitId, row.BegintOp, row.EindigtOp, row.AangemaaktOp);
}
