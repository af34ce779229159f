using Dapper;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>What other services hear of a published activity: the facts that everybody may know.</summary>
internal static class Activiteitnieuws
{
    public static async Task<ActiviteitPublished> PublishedAsync(NpgsqlConnection connection, ActiviteitRow row, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        ActiviteitId = row.Id,
        Version = row.Version,
        PartnerId = row.PartnerId,
        Gebied = row.Gebied,
        Feiten = await FactsAsync(connection, row, cancellationToken),
        OpgetredenOp = now,
    };

    public static async Task<ActiviteitChanged> ChangedAsync(NpgsqlConnection connection, ActiviteitRow row, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        ActiviteitId = row.Id,
        Version = row.Version,
        PartnerId = row.PartnerId,
        Gebied = row.Gebied,
        Feiten = await FactsAsync(connection, row, cancellationToken),
        OpgetredenOp = now,
    };

    private static async Task<ActiviteitFeiten> FactsAsync(NpgsqlConnection connection, ActiviteitRow row, CancellationToken cancellationToken) => new()
    {
        Naam = row.Naam,
        Omschrijving = row.Omschrijving,
        Postcode = row.Postcode,
        Locatienaam = row.Locatienaam,
        PrijsCenten = row.PrijsCenten,
        Drempels = row.Drempels,
        Dimensies = row.Dimensies,
        OpenActiveConcept = row.OpenactiveConcept,
        AanbiederId = row.AanbiederId,
        AanbiederNaam = row.AanbiederId is null ? null : await VerifiedNameAsync(connection, row, cancellationToken),
    };

    // The name of who is not verified goes nowhere.
    private static Task<string?> VerifiedNameAsync(NpgsqlConnection connection, ActiviteitRow row, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT naam FROM aanbieders WHERE id = @AanbiederId AND status = 'geverifieerd'", row, cancellationToken: cancellationToken));
}
