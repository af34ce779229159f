using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>The steps of the first flow, each a call through the gateway.</summary>
public sealed class Flow(Partner partner)
{
    public const int DurationMinutes = 90;
    private static readonly TimeSpan EventTimeout = TimeSpan.FromSeconds(90);

    public Guid AskerId { get; private set; }

    public Guid HelperPersonId { get; private set; }

    public Guid AppointmentId { get; private set; }

    /// <summary>Everything up to an appointment that both sides still have to confirm.</summary>
    public async Task ArrangeAsync()
    {
        AskerId = Id(await partner.PostAsync("/identity/v1/personen", new { }));
        HelperPersonId = Id(await partner.PostAsync("/identity/v1/personen", new { }));
        var helper = Id(await partner.PostAsync("/support/v1/helpers", new
        {
            persoonId = HelperPersonId,
            postcode = "3526",
            categorieen = new[] { "boodschappen" },
            straalKilometers = 5,
        }));
        var request = Id(await partner.PostAsync("/support/v1/hulpvragen", new
        {
            persoonId = AskerId,
            categorie = "boodschappen",
            omschrijving = "Samen boodschappen doen",
            postcode = "3526",
            urgentie = "normaal",
            duurMinuten = DurationMinutes,
            begintOp = TimeProvider.System.GetUtcNow().AddHours(-2),
        }));
        var proposal = Id(await partner.PostAsync($"/support/v1/hulpvragen/{request}/voorstellen", new { helperId = helper }));
        AppointmentId = Id(await partner.PostAsync($"/support/v1/voorstellen/{proposal}/aanvaarding", new { }));
    }

    public Task<JsonObject> ConfirmAsync(string role) => partner.PostAsync(
        $"/support/v1/afspraken/{AppointmentId}/bevestigingen", new { rol = role, doorgegaan = true, duurMinuten = DurationMinutes });

    /// <summary>Waits until Support shows the credited hours: the last step of the flow.</summary>
    public Task CreditedAsync() => Eventually.Async(
        async () => (int?)(await partner.GetAsync($"/support/v1/afspraken/{AppointmentId}"))["bijgeschrevenMinuten"] == DurationMinutes,
        EventTimeout,
        "Support to show the credited minutes");

    /// <summary>The lines on the statement of the helper's account.</summary>
    public async Task<JsonArray> StatementAsync()
    {
        var account = (await partner.GetAsync($"/tijdbank/v1/rekeningen?persoonId={HelperPersonId}"))["items"]!.AsArray().Single()!;
        return (await partner.GetAsync($"/tijdbank/v1/rekeningen/{account["id"]}/mutaties"))["items"]!.AsArray();
    }

    private static Guid Id(JsonObject answer) => (Guid)answer["id"]!;
}
