using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>What an employer says of one subject.</summary>
public sealed record BedrijfsoordeelBody(
    Onderwerp Onderwerp,
    [property: Range(0, 3), Description("Hoe dringend: 0 niet, 1 een beetje, 2 dringend, 3 heel dringend.")] int Urgentie,
    [property: Range(0, 3), Description("Hoe klaar het bedrijf ervoor is: 0 niet, 1 later, 2 binnenkort, 3 meteen.")] int Gereedheid);

/// <summary>The employer's view, with how it would like to have it.</summary>
public sealed record BedrijfsscanBody(
    [property: Required, MinLength(1), MaxLength(12), Description("Elk onderwerp een keer; wat ontbreekt speelt niet.")]
    IReadOnlyList<BedrijfsoordeelBody> Oordelen,
    [property: MaxLength(8), Description("Vormen die passen; leeg is alles.")] IReadOnlyList<Aanbodvorm>? Vormen = null,
    [property: Range(0, 10_000_000), Description("Wat een keer hoogstens mag kosten, in eurocenten zonder btw.")] long? MaximumPrijsCenten = null,
    [property: Range(1, 500), Description("Met hoeveel mensen tegelijk.")] int? Groepsgrootte = null,
    [property: MaxLength(21), Description("Dagdelen die passen, zoals maandag-ochtend; leeg is alles.")] IReadOnlyList<string>? Dagdelen = null);

/// <summary>The scan that counts.</summary>
public sealed record BedrijfsscanAnswer(
    IReadOnlyList<BedrijfsoordeelBody> Oordelen,
    IReadOnlyList<Aanbodvorm> Vormen,
    long? MaximumPrijsCenten,
    int? Groepsgrootte,
    IReadOnlyList<string> Dagdelen,
    DateTimeOffset IngevuldOp)
{
    internal static BedrijfsscanAnswer Of(BedrijfsscanRow row) => new(
        [.. row.Oordelen.Select(oordeel => new BedrijfsoordeelBody(oordeel.Onderwerp, oordeel.Urgentie, oordeel.Gereedheid))],
        row.Wensen.Vormen,
        row.MaximumPrijsCenten,
        row.Groepsgrootte,
        Domain.Dagdelen.Write(row.Dagdelen),
        row.IngevuldOp);
}

/// <summary><c>/bedrijven/{bedrijfId}/bedrijfsscan</c>: the employer says what it needs; a new version takes the place of the last one.</summary>
internal static class FillBedrijfsscan
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/bedrijven/{bedrijfId:guid}/bedrijfsscan", Fill)
            .WithSummary("Bedrijfsscan invullen")
            .WithDescription("De blik van de werkgever. De laatste telt, eerdere blijven bewaard. De eerste keer hoeft If-Match niet.")
            .MayFail(
                BedrijfFailures.Unknown, BehoefteFailures.BedrijfOnly, BehoefteFailures.OnderwerpTwice, BehoefteFailures.DagdeelUnknown,
                RequestFailures.VersionMissing, RequestFailures.VersionOutdated);
        api.MapGet("/bedrijven/{bedrijfId:guid}/bedrijfsscan", Get)
            .WithName("GetBedrijfsscan")
            .WithSummary("Bedrijfsscan ophalen")
            .WithDescription("De laatste bedrijfsscan, voor het bedrijf en de coördinatoren van zijn netwerk. De ETag is de versie voor If-Match.")
            .MayFail(BedrijfFailures.Unknown, BehoefteFailures.BedrijfsscanUnknown);
    }

    private static async Task<Results<Ok<BedrijfsscanAnswer>, ProblemHttpResult>> Fill(
        Guid bedrijfId, BedrijfsscanBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Oordelen.DistinctBy(oordeel => oordeel.Onderwerp).Count() != body.Oordelen.Count)
            return BehoefteFailures.OnderwerpTwice.ToProblem();
        if (Domain.Dagdelen.Read(body.Dagdelen ?? []) is not { } dagdelen)
            return BehoefteFailures.DagdeelUnknown.ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        // The company's row is locked, so that versions come one after the other.
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: true, http.RequestAborted) is not { } toegang)
            return BedrijfFailures.Unknown.ToProblem();
        if (toegang.Rol != Rol.Bedrijf)
            return BehoefteFailures.BedrijfOnly.ToProblem();
        if (await BedrijfsscanStore.LastAsync(connection, bedrijfId, http.RequestAborted) is { } last)
        {
            if (!ETags.TryRead(http, out var seen))
                return RequestFailures.VersionMissing.ToProblem();
            if (seen != last.Version)
                return RequestFailures.VersionOutdated.ToProblem();
            return await SaveAsync(connection, bedrijfId, last.Version + 1, body, dagdelen, http, clock);
        }

        return await SaveAsync(connection, bedrijfId, version: 1, body, dagdelen, http, clock);
    }

    private static async Task<Ok<BedrijfsscanAnswer>> SaveAsync(
        NpgsqlConnection connection, Guid bedrijfId, long version, BedrijfsscanBody body, int dagdelen, HttpContext http, TimeProvider clock)
    {
        var row = new BedrijfsscanRow
        {
            BedrijfId = bedrijfId,
            Version = version,
            Onderwerpen = [.. body.Oordelen.Select(oordeel => Words.Of(oordeel.Onderwerp))],
            Urgenties = [.. body.Oordelen.Select(oordeel => oordeel.Urgentie)],
            Gereedheden = [.. body.Oordelen.Select(oordeel => oordeel.Gereedheid)],
            Vormen = Words.Of<Aanbodvorm>([.. (body.Vormen ?? []).Distinct()]),
            MaximumPrijsCenten = body.MaximumPrijsCenten,
            Groepsgrootte = body.Groepsgrootte,
            Dagdelen = dagdelen,
            IngevuldOp = clock.GetUtcNow(),
        };
        await BedrijfsscanStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Ok(BedrijfsscanAnswer.Of(row));
    }

    private static async Task<Results<Ok<BedrijfsscanAnswer>, ProblemHttpResult>> Get(Guid bedrijfId, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is null)
            return BedrijfFailures.Unknown.ToProblem();
        if (await BedrijfsscanStore.LastAsync(connection, bedrijfId, http.RequestAborted) is not { } row)
            return BehoefteFailures.BedrijfsscanUnknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(BedrijfsscanAnswer.Of(row));
    }
}
