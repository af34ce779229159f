using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Features.SocialeKaart;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>The page that is asked.</summary>
public sealed record HsdsPageQuery(
    [property: FromQuery(Name = "page"), Range(1, HsdsPageQuery.MaximumPage)] int? Page,
    [property: FromQuery(Name = "per_page"), Range(1, HsdsPageQuery.MaximumPerPage)] int? PerPage,
    [property: FromQuery(Name = "search"), StringLength(100, MinimumLength = 2)] string? Search,
    [property: FromQuery(Name = "format"), RegularExpression("^json$")] string? Format)
{
    internal const int MaximumPage = 10_000;
    internal const int MaximumPerPage = 100;
    private const int DefaultPerPage = 25;

    internal int Number => Page ?? 1;

    internal int Size => PerPage ?? DefaultPerPage;

    internal int Skip => (Number - 1) * Size;
}

/// <summary>What a list of services may be narrowed by, and how much of each is told.</summary>
public sealed record HsdsServicesQuery(
    [property: FromQuery(Name = "taxonomy_term_id")] Guid? TaxonomyTermId,
    [property: FromQuery(Name = "taxonomy_id")] Guid? TaxonomyId,
    [property: FromQuery(Name = "organization_id")] Guid? OrganizationId,
    [property: FromQuery(Name = "modified_after"), StringLength(40)] string? ModifiedAfter,
    [property: FromQuery(Name = "postcode"), RegularExpression("^[1-9][0-9]{3}( ?[A-Za-z]{2})?$")] string? Postcode,
    [property: FromQuery(Name = "proximity"), Range(0, 50_000)] int? Proximity,
    [property: FromQuery(Name = "minimal")] bool? Minimal,
    [property: FromQuery(Name = "full")] bool? Full)
{
    private const int PostcodeDigits = 4;

    /// <summary>The question of this query; the failure when it cannot be asked.</summary>
    internal (Publicatievraag? Vraag, Failure? Failure) Read(HsdsPageQuery page)
    {
        var modifiedAfter = (DateTimeOffset?)null;
        if (ModifiedAfter is not null)
        {
            if (!DateTimeOffset.TryParse(ModifiedAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                return (null, RequestFailures.Invalid);
            modifiedAfter = moment;
        }

        if (Proximity is not null && Postcode is null)
            return (null, KaartFailures.PostcodeMissing);
        if (!Nabij.TryRead(Postcode?[..PostcodeDigits], Proximity ?? VoorzieningenQuery.DefaultDistanceMeters, out var near))
            return (null, SupportFailures.PostcodeUnknown);

        return (
            new()
            {
                Zoek = page.Search,
                CategorieId = TaxonomyTermId,
                OrganisatieId = OrganizationId,
                ModifiedAfter = modifiedAfter,
                NearPostcodes = near?.Postcodes,
                Skip = page.Skip,
                Count = page.Size,
            },
            null);
    }
}
