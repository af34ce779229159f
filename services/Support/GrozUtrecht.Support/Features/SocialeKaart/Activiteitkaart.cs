using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>
/// Keeps the entries of activities that Lifestyle tells of. Lifestyle decides over them: what it withdraws ends here, also when it was
/// changed here, and what it publishes again comes back, although other entries that ended stay so.
/// </summary>
internal sealed class Activiteitkaart(UnitOfWork work, TimeProvider clock)
{
    private static readonly string Published = Words<Kaartstatus>.Of(Kaartstatus.Gepubliceerd);
    private static readonly string Ended = Words<Kaartstatus>.Of(Kaartstatus.Beeindigd);

    /// <summary>Shows the activity as it is now, or ends its entry when it does not belong here (any more); without facts it is not offered.</summary>
    public async Task TellAsync(
        Guid activiteitId, long version, Guid partnerId, string gebied, ActiviteitFeiten? feiten, CancellationToken cancellationToken)
    {
        var (connection, now) = (await work.OpenAsync(cancellationToken), clock.GetUtcNow());
        await Kaartslot.TakeAsync(connection, partnerId, cancellationToken);
        if (!await ActiviteitVersies.TryAdvanceAsync(connection, activiteitId, version, now, cancellationToken))
        {
            return;
        }

        if (feiten is null || !Activiteitinhoud.BelongsOnTheKaart(feiten))
        {
            await EndAsync(connection, partnerId, activiteitId, now, cancellationToken);
            return;
        }

        var organisatie = await PutOrganisatieAsync(connection, Activiteitinhoud.Organisatie(feiten, partnerId, now), now, cancellationToken);
        await PutLocatieAsync(connection, Activiteitinhoud.Locatie(activiteitId, feiten, partnerId, now), cancellationToken);
        await PutVoorzieningAsync(
            connection, Activiteitinhoud.Voorziening(activiteitId, feiten, gebied, organisatie, now), now, cancellationToken);
    }

    private static async Task<OrganisatieRow> PutOrganisatieAsync(
        NpgsqlConnection connection, OrganisatieRow told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await OrganisatieStore.LockAsync(connection, told.PartnerId, told.Id, cancellationToken);
        if (known is null)
        {
            await OrganisatieStore.InsertAsync(connection, told, cancellationToken);
        }
        else if (known.Naam == told.Naam && known.Status == Published)
        {
            return known;
        }

        var put = (known ?? told).Verified(Verified(now)) with
        {
            Naam = told.Naam,
            Status = Published,
            Version = (known?.Version ?? 0) + 1,
            GewijzigdOp = now,
            GepubliceerdOp = known is { Status: "gepubliceerd" } ? known.GepubliceerdOp : now,
        };
        await OrganisatieStore.UpdateAsync(connection, put, cancellationToken);
        return put;
    }

    private static async Task PutLocatieAsync(NpgsqlConnection connection, LocatieRow told, CancellationToken cancellationToken)
    {
        if (await LocatieStore.LockAsync(connection, told.PartnerId, told.Id, cancellationToken) is not { } known)
        {
            await LocatieStore.InsertAsync(connection, told, cancellationToken);
            return;
        }

        await LocatieStore.UpdateAsync(connection, told with { Version = known.Version + 1, AangemaaktOp = known.AangemaaktOp }, cancellationToken);
    }

    private static async Task PutVoorzieningAsync(
        NpgsqlConnection connection, VoorzieningRow told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await VoorzieningStore.LockAsync(connection, told.PartnerId, told.Id, cancellationToken);
        if (known is null)
        {
            await VoorzieningStore.InsertAsync(connection, told, cancellationToken);
        }
        else if (known.OrganisatieId != told.OrganisatieId)
        {
            await VoorzieningStore.MoveAsync(connection, told, cancellationToken);
            await OrganisatieStore.EndWithoutVoorzieningenAsync(connection, known.OrganisatieId, now, cancellationToken);
        }

        await VoorzieningStore.UpdateAsync(
            connection,
            told.Verified(Verified(now)) with
            {
                Status = Published,
                Version = (known?.Version ?? 0) + 1,
                GepubliceerdOp = known is { Status: "gepubliceerd" } ? known.GepubliceerdOp : now,
            },
            cancellationToken);
    }

    private static async Task EndAsync(
        NpgsqlConnection connection, Guid partnerId, Guid activiteitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await VoorzieningStore.LockAsync(connection, partnerId, activiteitId, cancellationToken) is not { } row || row.Status == Ended)
        {
            return;
        }

        await VoorzieningStore.UpdateAsync(connection, row with { Status = Ended, Version = row.Version + 1, GewijzigdOp = now }, cancellationToken);
        var locatieId = Activiteitinhoud.LocatieId(activiteitId);
        if (await LocatieStore.LockAsync(connection, partnerId, locatieId, cancellationToken) is { } locatie
            && !await LocatieStore.IsUsedAsync(connection, locatieId, cancellationToken))
        {
            await LocatieStore.UpdateAsync(
                connection, locatie with { Status = Ended, Version = locatie.Version + 1, GewijzigdOp = now }, cancellationToken);
        }

        await OrganisatieStore.EndWithoutVoorzieningenAsync(connection, row.OrganisatieId, now, cancellationToken);
    }

    private static Verificatie Verified(DateTimeOffset now) => Verificatie.On(NederlandseTijd.DayOf(now), Verificatie.MaximumMonths);
}
