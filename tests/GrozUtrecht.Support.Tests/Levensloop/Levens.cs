using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Features.Levensloop;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Support.Tests.Levensloop;

/// <summary>What tests of the life cycle do: ask by the platform itself, answer, and let time pass for one hulpvraag.</summary>
internal static class Levens
{
    public static JsonObject AutomaticRequest(DateTimeOffset? begintOp = null)
    {
        var request = Partner.HulpvraagRequest(begintOp: begintOp ?? Partner.Tomorrow.AddDays(3));
        request["automatisch"] = true;
        return request;
    }

    /// <summary>The best candidate: in the postcode of the hulpvraag.</summary>
    public static Task<Guid> NearAsync(this Partner partner, Guid? persoonId = null) => partner.RegisterHelperAsync(HelperAt("3581", persoonId));

    /// <summary>The next best: some streets away.</summary>
    public static Task<Guid> FarAsync(this Partner partner) => partner.RegisterHelperAsync(HelperAt("3582", null));

    public static async Task<JsonElement[]> VoorstellenAsync(this Partner partner, Guid hulpvraagId) =>
        [.. (await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/voorstellen?limit=100")).GetProperty("items").EnumerateArray()];

    /// <summary>The proposal that waits; there is one.</summary>
    public static async Task<(Guid Id, Guid HelperId)> WaitingAsync(this Partner partner, Guid hulpvraagId)
    {
        await Eventually.Async(
            async () => (await partner.VoorstellenAsync(hulpvraagId)).Any(IsWaiting), what: "a proposal");
        var voorstel = Assert.Single(await partner.VoorstellenAsync(hulpvraagId), IsWaiting);
        return (voorstel.GetProperty("id").GetGuid(), voorstel.GetProperty("helperId").GetGuid());
    }

    public static bool IsWaiting(JsonElement voorstel) => voorstel.GetProperty("status").GetString() == "voorgesteld";

    public static async Task<JsonElement> DoAsync(this Partner partner, string path, JsonNode? body = null)
    {
        using var answer = await partner.PostAsync(path, body);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public static Task DeclineAsync(this Partner partner, Guid voorstelId, string code = "geen-tijd") =>
        partner.DoAsync($"/voorstellen/{voorstelId}/afwijzing", new JsonObject { ["code"] = code });

    public static async Task<JsonElement[]> AfsprakenAsync(this Partner partner, Guid hulpvraagId) =>
        [.. (await partner.ReadAsync("/afspraken?limit=100")).GetProperty("items").EnumerateArray()
            .Where(afspraak => afspraak.GetProperty("hulpvraagId").GetGuid() == hulpvraagId)];

    /// <summary>
    /// Steps of the round for one hulpvraag, at another moment than now, until it shows: the service's own round may hold the hulpvraag
    /// just then, and is passed over.
    /// </summary>
    public static Task StepUntilAsync(this SupportFixture support, Guid hulpvraagId, DateTimeOffset now, Func<Task<bool>> done) => Eventually.Async(
        async () =>
        {
            await support.Services.GetRequiredService<WorkRunner>().RunAsync<Levensloopstap, bool>(
                stap => stap.TakeAsync(hulpvraagId, now, CancellationToken.None), CancellationToken.None);
            return await done();
        },
        what: "the step");

    public static async Task ExecuteAsync(this SupportFixture support, string sql, object parameters)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public static async Task<int> QuestionsAsync(this SupportFixture support, Guid hulpvraagId, string reden)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM sociale_vragen WHERE hulpvraag_id = @hulpvraagId AND reden = @reden", new { hulpvraagId, reden });
    }

    private static JsonObject HelperAt(string postcode, Guid? persoonId)
    {
        var request = Partner.HelperRequest(persoonId);
        request["postcode"] = postcode;
        request["maximumMinutenPerWeek"] = null;
        return request;
    }
}
