using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>urenregistratie</c>, with what the partner that asks is to it.</summary>
internal sealed record Urenregistratie
{
    /// <summary>The source of hours that were reported here.</summary>
    public const string EigenBron = "tijdbank.urenregistratie";

    public required Guid Id { get; init; }

    public required string Bron { get; init; }

    public required Guid BronId { get; init; }

    public required Guid PersoonId { get; init; }

    public Guid? VoorPartnerId { get; init; }

    public Guid? VoorPersoonId { get; init; }

    public required string UrenSoort { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }

    /// <summary>As <c>HH:mm</c>.</summary>
    public string? BeginTijd { get; init; }

    public required int DuurMinuten { get; init; }

    public string? Postcode { get; init; }

    public Guid? PraktijkovereenkomstId { get; init; }

    public required string Status { get; init; }

    public required string GemeldDoor { get; init; }

    public Guid? MelderPartnerId { get; init; }

    public string? GenoemdDoorClientId { get; init; }

    public required DateTimeOffset GemeldOp { get; init; }

    public required DateTimeOffset WachtSinds { get; init; }

    public DateTimeOffset? HerinnerdOp { get; init; }

    public Guid? RekeningId { get; init; }

    public Guid? OverboekingId { get; init; }

    public Guid? UitbetalingId { get; init; }

    public Guid? UrenverklaringId { get; init; }

    public required long Versie { get; init; }

    public string? Omschrijving { get; init; }

    /// <summary>The partner that asks acts for who worked.</summary>
    public bool IsWerker { get; init; }

    /// <summary>The partner that asks acts for whom the work was.</summary>
    public bool IsOntvanger { get; init; }

    public Urenstand Stand => new(
        Words.Read<Urenstatus>(Status), Words.Read<Kant>(GemeldDoor), DuurMinuten, GenoemdDoorClientId, UitbetalingId is not null, UrenverklaringId is not null);

    public Werktijd Werktijd => new(UitgevoerdDatum, BeginTijd is null ? null : TimeOnly.Parse(BeginTijd), DuurMinuten);

    /// <summary>The same row after a step.</summary>
    public Urenregistratie After(Urenstand next, DateTimeOffset now) => this with
    {
        Status = Words.Of(next.Status),
        DuurMinuten = next.Minuten,
        GenoemdDoorClientId = next.GenoemdDoorClientId,
        WachtSinds = now,
        HerinnerdOp = null,
        Versie = Versie + 1,
    };

    /// <summary>The same row once its hours are in the ledger.</summary>
    public Urenregistratie Credited(Bijschrijving credit) =>
        this with { RekeningId = credit.RekeningId, OverboekingId = credit.Boeking.OverboekingId };

    /// <summary>The hours to credit. For a person who was helped, the partner that reported for the one who worked stands in.</summary>
    public Urenbijschrijving ToBijschrijving() =>
        new(Bron, BronId, PersoonId, VoorPartnerId ?? MelderPartnerId!.Value, DuurMinuten, UrenSoort, UitgevoerdDatum);
}

/// <summary>One line of the history of a registration.</summary>
internal sealed record Urenregistratiestap
{
    public required Guid UrenregistratieId { get; init; }

    public required long Volgnummer { get; init; }

    public required string Stap { get; init; }

    public required string Status { get; init; }

    public required int DuurMinuten { get; init; }

    public Guid? PartnerId { get; init; }

    public string? ClientId { get; init; }

    public required DateTimeOffset GezetOp { get; init; }

    public string? Tekst { get; init; }

    /// <summary>The step that brought the registration where it is now.</summary>
    public static Urenregistratiestap Of(Urenregistratie after, Urenstap stap, Guid? partnerId, string? clientId, string? tekst, DateTimeOffset now) => new()
    {
        UrenregistratieId = after.Id,
        Volgnummer = after.Versie,
        Stap = Words.Of(stap),
        Status = after.Status,
        DuurMinuten = after.DuurMinuten,
        PartnerId = partnerId,
        ClientId = clientId,
        GezetOp = now,
        Tekst = tekst,
    };
}
