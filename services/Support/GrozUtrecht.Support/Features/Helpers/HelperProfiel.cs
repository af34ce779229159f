using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>What registering a helper and changing one have in common.</summary>
internal static class HelperProfiel
{
    /// <summary>Every refusal of a profile, for the API document.</summary>
    public static readonly Failure[] Refusals =
    [
        SupportFailures.PostcodeUnknown, HelperFailures.TaalInvalid, HelperFailures.TimeInvalid, HelperFailures.PauzeInvalid, HelperFailures.MaatjeUnknown,
    ];

    /// <summary>Why the profile cannot be; null when it can.</summary>
    public static ProblemHttpResult? Refuse(HelperProfielRequest request)
    {
        if (!Postcode4.TryFind(request.Postcode, out _))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        if (request.Talen is { } talen && !talen.All(SupportFailures.IsTaal))
        {
            return HelperFailures.TaalInvalid.ToProblem(SupportFailures.TaalHelp);
        }

        var times = (request.Beschikbaarheid ?? []).Select(week => (week.Van, week.Tot))
            .Concat((request.Uitzonderingen ?? []).Select(exception => (exception.Van, exception.Tot)));
        if (times.Any(time => Kloktijd.MinutesOf(time.Tot) <= Kloktijd.MinutesOf(time.Van)))
        {
            return HelperFailures.TimeInvalid.ToProblem("Een nacht is twee tijden: tot 24:00, en de volgende dag vanaf 00:00.");
        }

        return request.Pauze is { } pauze && pauze.TotDatum < pauze.VanDatum ? HelperFailures.PauzeInvalid.ToProblem() : null;
    }

    /// <summary>A maatje is another helper of the same partner; a helper who comes with somebody who comes with this one can be, too.</summary>
    public static async Task<ProblemHttpResult?> RefuseMaatjeAsync(
        NpgsqlConnection connection, HelperProfielRequest request, Guid partnerId, Guid? helperId, CancellationToken cancellationToken) =>
        request.MaatjeId is { } maatjeId
        && (maatjeId == helperId || await HelperStore.FindAsync(connection, partnerId, maatjeId, cancellationToken) is null)
            ? HelperFailures.MaatjeUnknown.ToProblem()
            : null;

    public static HelperRow ToRow(HelperProfielRequest request, Guid id, Guid persoonId, long version, DateTimeOffset createdAt) => new()
    {
        Id = id,
        PersoonId = persoonId,
        Postcode = request.Postcode,
        Categorieen = Words<Categorie>.Of(request.Categorieen),
        StraalKilometers = request.StraalKilometers,
        MaximumMinutenPerWeek = request.MaximumMinutenPerWeek,
        Talen = [.. (request.Talen ?? []).Distinct(StringComparer.Ordinal)],
        Soort = Words<HelperSoort>.Of(request.Soort ?? HelperSoort.Bewoner),
        Vaardigheden = Words<Vaardigheid>.Of(request.Vaardigheden),
        Auto = request.Auto,
        VogGeldigTotDatum = request.VogGeldigTotDatum,
        Bezwaren = Words<Omstandigheid>.Of(request.Bezwaren),
        MaatjeId = request.MaatjeId,
        Beschikbaarheid = request.Beschikbaarheid is { } week ? AgendaJson.Write(week) : null,
        Uitzonderingen = AgendaJson.Write(request.Uitzonderingen ?? []),
        GepauzeerdVanDatum = request.Pauze?.VanDatum,
        GepauzeerdTotDatum = request.Pauze?.TotDatum,
        Version = version,
        AangemaaktOp = createdAt,
    };
}
