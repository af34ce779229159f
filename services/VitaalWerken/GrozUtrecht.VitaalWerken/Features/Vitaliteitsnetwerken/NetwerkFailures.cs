using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

/// <summary>The expected failures around networks.</summary>
internal static class NetwerkFailures
{
    public static readonly Failure NotCoordinator = new(
        "vitaal-werken.netwerk.niet-uw-netwerk", StatusCodes.Status403Forbidden,
        "U coördineert het netwerk van dit gebied niet; vraag een beheerder om een aanwijzing");

    public static readonly Failure CoordinatorUnknown = new(
        "vitaal-werken.coordinator.onbekend", StatusCodes.Status404NotFound, "Deze partner coördineert dit netwerk niet");
}
