using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>The one shape of every error answer in the OpenAPI document.</summary>
internal static class OpenApiProblem
{
    public const string Name = "Probleem";

    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Foutantwoord volgens RFC 9457. Programma's kijken naar `code`, die nooit van betekenis verandert.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("URN van het soort fout"),
            ["title"] = Text("Korte omschrijving van het soort fout"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "HTTP-status" },
            ["detail"] = Text("Wat er in dit geval aan de hand is en wat helpt"),
            ["instance"] = Text("Pad van het verzoek"),
            ["code"] = Text("Vaste code van de fout"),
            ["velden"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Bij ongeldige invoer: de velden met hun melding",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["naam"] = Text("Naam van het veld"),
                        ["melding"] = Text("Wat er niet klopt"),
                    },
                },
            },
        },
    };

    /// <summary>What a status means in our answers, where a slice says nothing more precise.</summary>
    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Het verzoek is onleesbaar of een veld is ongeldig",
        StatusCodes.Status404NotFound => "Dit bestaat niet, of niet voor deze partner",
        StatusCodes.Status409Conflict => "Dit past niet bij de toestand van nu",
        StatusCodes.Status412PreconditionFailed => RequestFailures.VersionOutdated.Title,
        StatusCodes.Status422UnprocessableEntity => "De inhoud is leesbaar, maar kan zo niet",
        StatusCodes.Status428PreconditionRequired => RequestFailures.VersionMissing.Title,
        _ => RequestFailures.ForStatus(status).Title,
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
