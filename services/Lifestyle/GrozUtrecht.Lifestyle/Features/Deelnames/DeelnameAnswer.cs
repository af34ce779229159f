using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>One registration. It does not say of whom: that is the caller's to know.</summary>
public sealed record DeelnameAnswer
{
    public required Guid Id { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required Deelnamestatus Status { get; init; }

    public required Deelnamerol Rol { get; init; }

    [Description("Volgnummer van aanmelding bij deze sessie; wie het laagste heeft is op de wachtlijst het eerst aan de beurt.")]
    public required int Volgnummer { get; init; }

    [Description("Code om mee in te checken aan de deur. Alleen voor de partner die aanmeldde.")]
    public string? Code { get; init; }

    public Guid? ProeverijId { get; init; }

    [Description("Tot wanneer een aangeboden plaats is vastgehouden.")]
    public DateTimeOffset? AangebodenTot { get; init; }

    public required DateTimeOffset AangemeldOp { get; init; }

    public DateTimeOffset? AfgemeldOp { get; init; }

    public DateTimeOffset? IngechecktOp { get; init; }

    [Description("Hoelang deze persoon er was, in minuten.")]
    public int? AanwezigMinuten { get; init; }

    internal static DeelnameAnswer Of(DeelnameRow row, Guid partnerId) => new()
    {
        Id = row.Id,
        SessieId = row.SessieId,
        ActiviteitId = row.ActiviteitId,
        Status = Words.Read<Deelnamestatus>(row.Status),
        Rol = Words.Read<Deelnamerol>(row.Rol),
        Volgnummer = row.Volgnummer,
        Code = row.PartnerId == partnerId ? row.Code : null,
        ProeverijId = row.ProeverijId,
        AangebodenTot = row.Status == Words.Of(Deelnamestatus.Aangeboden) ? row.AangebodenTot : null,
        AangemeldOp = row.AangemeldOp,
        AfgemeldOp = row.AfgemeldOp,
        IngechecktOp = row.IngechecktOp,
        AanwezigMinuten = row.AanwezigMinuten,
    };
}
