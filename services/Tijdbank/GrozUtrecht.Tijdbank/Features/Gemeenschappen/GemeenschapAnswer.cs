using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Gemeenschappen;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>A community and its rules.</summary>
public sealed record GemeenschapAnswer(
    Guid Id,
    string Naam,
    [property: Description("Code van het gebied.")] string Gebied,
    [property: Description("De organisatie die de gemeenschap beheert.")] Guid PartnerId,
    Werkwijze Werkwijze,
    int MinimumMinuten,
    [property: Description("Ontbreekt als er geen grens is.")] int? MaximumMinuten,
    int SignaalgrensMinuten,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp)
{
    internal static GemeenschapAnswer Of(GemeenschapRow row) => new(
        row.Id, row.Naam, row.Gebied, row.PartnerId, Words.Read<Werkwijze>(row.Werkwijze), row.MinimumMinuten, row.MaximumMinuten,
        row.SignaalgrensMinuten, row.AangemaaktOp, row.GewijzigdOp);
}

/// <summary>The rules that hold for an account from now on.</summary>
public sealed record RekeningRegelsAnswer(
    Guid RekeningId,
    [property: Description("Ontbreekt als de rekening in geen gemeenschap is.")] Guid? GemeenschapId,
    long MinimumMinuten,
    [property: Description("Ontbreekt als er geen grens is.")] long? MaximumMinuten,
    [property: Description("Onwaar: de uren tellen, maar kunnen niet worden besteed.")] bool Besteedbaar)
{
    internal static RekeningRegelsAnswer Of(RekeningRegels regels) =>
        new(regels.RekeningId, regels.GemeenschapId, regels.Minimum, regels.Maximum, regels.Besteedbaar);
}
