using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

/// <summary>One student with a school, an organisation and what they agreed on.</summary>
internal sealed class Stage(TijdbankFixture tijdbank)
{
    public const string Content =
        """
        {"opleiding":"Mbo-Verpleegkundige","opleidingscode":"25655","beginDatum":"2026-02-02","eindDatum":"2026-07-03","urenMinuten":24000,
         "werkprocessen":["B1-K1-W1 Onderkent problemen","B1-K1-W2 Stelt het plan op"],"praktijkbegeleider":"A. de Vries","schoolbegeleider":"S. Çelik"}
        """;

    public Guid Student { get; } = TestId.Guid();

    public Guid School { get; } = TestId.Guid();

    public Guid Organisatie { get; } = TestId.Guid();

    public Guid Id { get; private set; }

    public async Task<(int Status, JsonElement Body)> ProposeAsync(Guid? by = null, string content = Content)
    {
        using var client = tijdbank.Partner(by ?? School);
        var answer = await client.SendAsync(
            "/praktijkovereenkomsten",
            $$"""{"persoonId":"{{Student}}","schoolPartnerId":"{{School}}","organisatiePartnerId":"{{Organisatie}}","inhoud":{{content}}}""");
        if (answer.Status == 201)
            Id = answer.Body.Id();
        return answer;
    }

    public Task<(int Status, JsonElement Body)> SignAsync(Guid by, long version = 1) => AsAsync(by, HttpMethod.Post, "/ondertekening", null, version);

    public async Task<Stage> SignedAsync()
    {
        Assert.Equal(201, (await ProposeAsync()).Status);
        Assert.Equal(200, (await SignAsync(Organisatie)).Status);
        return this;
    }

    public async Task<(int Status, JsonElement Body)> AsAsync(Guid by, HttpMethod method, string path, string? json, long? version = null)
    {
        using var client = tijdbank.Partner(by);
        using var request = new HttpRequestMessage(method, $"/tijdbank/v1/praktijkovereenkomsten/{Id}{path}");
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (version is not null)
            request.Headers.Add("If-Match", $"\"{version}\"");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
