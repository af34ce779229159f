using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>A company that is a member, with its coordinator.</summary>
internal sealed class ProgrammaWereld(VitaalWerkenFixture service) : IDisposable
{
    public const string Adres = "/vitaal-werken/v1/programmas";

    public required HttpClient Bedrijf { get; init; }

    public required HttpClient Coordinator { get; init; }

    public required Guid BedrijfId { get; init; }

    public VitaalWerkenFixture Service => service;

    public static async Task<ProgrammaWereld> CreateAsync(VitaalWerkenFixture service)
    {
        var bedrijf = service.Partner();
        return new(service) { Bedrijf = bedrijf, Coordinator = await service.CoordinatorAsync(), BedrijfId = await service.LidAsync(bedrijf) };
    }

    public static JsonObject NewProgramma(string begin = "2031-01-06", string eind = "2031-06-30") => new()
    {
        ["naam"] = "Fit de lente in",
        ["doel"] = "Minder uitval door rugklachten",
        ["beginDatum"] = begin,
        ["eindDatum"] = eind,
    };

    /// <summary>A programme with an empty first version.</summary>
    public async Task<Guid> ProgrammaAsync()
    {
        using var created = await Bedrijf.SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/programmas", NewProgramma());
        created.EnsureSuccessStatusCode();
        return (Guid)(await created.ReadObjectAsync())["id"]!;
    }

    public void Dispose()
    {
        Bedrijf.Dispose();
        Coordinator.Dispose();
    }
}
