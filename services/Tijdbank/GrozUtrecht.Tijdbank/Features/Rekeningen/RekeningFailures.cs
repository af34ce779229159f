using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary>The expected failures around accounts.</summary>
internal static class RekeningFailures
{
    public static readonly Failure Unknown =
        new("tijdbank.rekening.onbekend", StatusCodes.Status404NotFound, "Deze rekening bestaat niet");

    public static readonly Failure NotAccessible = new(
        "tijdbank.rekening.geen-toegang", StatusCodes.Status409Conflict, "Voor deze persoon kan uw organisatie geen rekening openen");

    public static readonly Failure PersonMissing =
        new("tijdbank.rekening.persoon-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Noem de persoon voor wie de rekening is");
}
