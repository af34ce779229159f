using System.Text.Json.Serialization;

namespace GrozUtrecht.Support.Features.Hsds;

// The objects of HSDS 3.0 as far as the sociale kaart fills them. Their names and members are those of the specification.

internal sealed record HsdsPage<T>(
    int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IReadOnlyList<T> Contents)
{
    public static HsdsPage<T> Of(int total, int page, int perPage, IReadOnlyList<T> contents)
    {
        var pages = (total + perPage - 1) / perPage;
        return new(total, pages, page, contents.Count, page == 1, page >= pages, contents.Count == 0, contents);
    }
}

internal sealed record HsdsInfo(string Version, string Profile, string OpenapiUrl);

/// <summary>What <c>minimal</c> leaves of a service.</summary>
internal sealed record HsdsMinimal(Guid Id, DateTimeOffset LastModified);

internal sealed record HsdsService
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public required string Status { get; init; }

    public required string ApplicationProcess { get; init; }

    public required string FeesDescription { get; init; }

    public string? EligibilityDescription { get; init; }

    public int? MinimumAge { get; init; }

    public int? MaximumAge { get; init; }

    public DateOnly? AssuredDate { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public HsdsOrganization? Organization { get; init; }

    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }

    public IReadOnlyList<HsdsServiceArea>? ServiceAreas { get; init; }

    public IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations { get; init; }

    public IReadOnlyList<HsdsLanguage>? Languages { get; init; }

    public IReadOnlyList<HsdsCostOption>? CostOptions { get; init; }

    public IReadOnlyList<HsdsAttribute>? Attributes { get; init; }
}

internal sealed record HsdsOrganization
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    public IReadOnlyList<HsdsIdentifier>? OrganizationIdentifiers { get; init; }

    public IReadOnlyList<HsdsLocation>? Locations { get; init; }

    public IReadOnlyList<HsdsService>? Services { get; init; }
}

internal sealed record HsdsPhone(Guid Id, string Number, string Type, Guid? ServiceId = null, Guid? OrganizationId = null);

internal sealed record HsdsIdentifier(Guid Id, Guid OrganizationId, string IdentifierScheme, string IdentifierType, string Identifier);

internal sealed record HsdsServiceArea(Guid Id, Guid ServiceId, string Name, string Description);

internal sealed record HsdsLanguage(Guid Id, Guid ServiceId, string Code);

internal sealed record HsdsCostOption(Guid Id, Guid ServiceId, string Currency, decimal Amount, string? AmountDescription);

internal sealed record HsdsServiceAtLocation(Guid Id, Guid ServiceId, Guid LocationId, HsdsLocation Location, IReadOnlyList<HsdsSchedule> Schedules);

internal sealed record HsdsSchedule
{
    public required Guid Id { get; init; }

    public Guid? ServiceId { get; init; }

    public Guid? ServiceAtLocationId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidTo { get; init; }

    public required string Freq { get; init; }

    public required int Interval { get; init; }

    public required string Wkst { get; init; }

    public required string Byday { get; init; }

    public string? OpensAt { get; init; }

    public string? ClosesAt { get; init; }

    public string? Description { get; init; }
}

internal sealed record HsdsLocation
{
    public required Guid Id { get; init; }

    public required string LocationType { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    public string? Transportation { get; init; }

    public required IReadOnlyList<HsdsAddress> Addresses { get; init; }

    public required IReadOnlyList<HsdsAccessibility> Accessibility { get; init; }
}

internal sealed record HsdsAddress(
    Guid Id,
    Guid LocationId,
    [property: JsonPropertyName("address_1")] string Address1,
    string City,
    string StateProvince,
    string PostalCode,
    string Country,
    string AddressType);

internal sealed record HsdsAccessibility(Guid Id, Guid LocationId, string Description);

internal sealed record HsdsAttribute(Guid Id, Guid LinkId, string LinkEntity, string LinkType, Guid TaxonomyTermId, HsdsTaxonomyTerm TaxonomyTerm);

internal sealed record HsdsTaxonomy(Guid Id, string Name, string Description, string Version);

internal sealed record HsdsTaxonomyTerm(
    Guid Id, string Code, string Name, string Description, Guid? ParentId, string Taxonomy, string Language, Guid TaxonomyId, HsdsTaxonomy? TaxonomyDetail = null);
