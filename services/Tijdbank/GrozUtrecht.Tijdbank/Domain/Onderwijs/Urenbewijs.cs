using System.Globalization;
using System.Text.Json.Nodes;

namespace GrozUtrecht.Tijdbank.Domain.Onderwijs;

/// <summary>What an hours statement says, as an Open Badges 3.0 credential in the form that its JWT encoding asks for.</summary>
internal sealed record Urenbewijs(
    Guid Id,
    string Nummer,
    Guid PersoonId,
    Guid OvereenkomstId,
    Guid OrganisatiePartnerId,
    string Opleiding,
    DateOnly BeginDatum,
    DateOnly TotEnMetDatum,
    long DurationMinutes,
    int AgreedMinutes,
    DateTimeOffset AfgegevenOp,
    string ValidityAddress)
{
    public const string MediaType = "application/vc+jwt";

    /// <summary>A credential counts in whole seconds: its moment stands in it as a text and as a number, and both must be the same.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    /// <summary>The JWT payload: the members of the credential, and the registered claims that repeat some of them.</summary>
    /// <param name="issuer">The profile of who signs; its id becomes the claim <c>iss</c>.</param>
    public JsonObject ToPayload(JsonObject issuer) => new()
    {
        ["iss"] = issuer["id"]!.DeepClone(),
        ["sub"] = Urn(PersoonId),
        ["jti"] = Urn(Id),
        ["nbf"] = AfgegevenOp.ToUnixTimeSeconds(),
        ["iat"] = AfgegevenOp.ToUnixTimeSeconds(),
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
        ["id"] = Urn(Id),
        ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
        ["issuer"] = issuer.DeepClone(),
        ["validFrom"] = Moment(AfgegevenOp),
        ["name"] = $"Urenverklaring {Nummer}",
        ["description"] = $"Of deze verklaring nog geldt staat op {ValidityAddress}",
        ["credentialSubject"] = Subject(),
    };

    private JsonObject Subject()
    {
        var minutes = $"{Urn(OvereenkomstId)}#minuten";
        return new()
        {
            ["id"] = Urn(PersoonId),
            ["type"] = new JsonArray("AchievementSubject"),
            ["activityStartDate"] = Moment(BeginDatum),
            ["activityEndDate"] = Moment(TotEnMetDatum),
            ["creditsEarned"] = Hours(DurationMinutes),
            ["achievement"] = new JsonObject
            {
                ["id"] = Urn(OvereenkomstId),
                ["type"] = new JsonArray("Achievement"),
                ["achievementType"] = "Fieldwork",
                ["name"] = $"Beroepspraktijkvorming {Opleiding}",
                ["description"] = "Uren in de praktijk onder een overeenkomst van school en organisatie.",
                ["criteria"] = new JsonObject { ["narrative"] = "De organisatie heeft elk uur bevestigd en per week afgetekend." },
                ["creator"] = new JsonObject { ["id"] = Urn(OrganisatiePartnerId), ["type"] = new JsonArray("Profile") },
                ["creditsAvailable"] = Hours(AgreedMinutes),
                ["resultDescription"] = new JsonArray(new JsonObject
                {
                    ["id"] = minutes,
                    ["type"] = new JsonArray("ResultDescription"),
                    ["name"] = "Afgetekende minuten",
                    ["resultType"] = "Result",
                }),
            },
            ["result"] = new JsonArray(new JsonObject
            {
                ["type"] = new JsonArray("Result"),
                ["resultDescription"] = minutes,
                ["value"] = DurationMinutes.ToString(CultureInfo.InvariantCulture),
            }),
        };
    }

    private static string Urn(Guid id) => $"urn:uuid:{id:D}";

    private static decimal Hours(long minutes) => Math.Round(minutes / 60m, 2);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly date) => $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z";
}
