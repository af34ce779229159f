using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>Adds to every operation what the service does for every operation, so that no slice repeats it and none forgets it.</summary>
internal static class OpenApiOperations
{
    private const string VersionHeader = "API-Version";
    private const string ProblemType = "application/problem+json";
    private const string VersionOutdated = "412";

    public static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var method = context.Description.HttpMethod ?? HttpMethods.Get;
        Name(operation, context);
        PossibleFailures.Describe(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<PossibleFailures>());
        AddExpectedProblems(operation, method);
        DescribeAnswers(operation, context.Document!);
        if (HttpMethods.IsPost(method))
        {
            AddIdempotencyKey(operation);
        }

        if (operation.Responses!.ContainsKey(VersionOutdated))
        {
            AddIfMatch(operation);
        }

        return Task.CompletedTask;
    }

    // A slice is one class, so its name is the operation's; its folder is the capability.
    private static void Name(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var slice = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType;
        while (slice?.DeclaringType is { } outer)
        {
            slice = outer;
        }

        if (slice is null)
        {
            return;
        }

        operation.OperationId ??= char.ToLowerInvariant(slice.Name[0]) + slice.Name[1..];
        operation.Tags = new HashSet<OpenApiTagReference> { new(slice.Namespace!.Split('.')[^1], context.Document) };
    }

    private static void AddExpectedProblems(OpenApiOperation operation, string method)
    {
        operation.Responses ??= [];
        var takesInput = operation.Parameters is { Count: > 0 } || !HttpMethods.IsGet(method);
        ReadOnlySpan<int> expected = takesInput ? [400, 401, 403, 429, 503] : [401, 403, 429, 503];
        foreach (var status in expected)
        {
            operation.Responses.TryAdd(
                status.ToString(CultureInfo.InvariantCulture),
                new OpenApiResponse { Description = RequestFailures.ForStatus(status).Title });
        }
    }

    private static void DescribeAnswers(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var (status, described) in operation.Responses!)
        {
            var response = (OpenApiResponse)described;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            response.Headers[VersionHeader] = new OpenApiHeader
            {
                Description = "Volledige versie van deze API",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["1.0.0"] },
            };
            if (status[0] is '4' or '5')
            {
                response.Description = DutchDescription(status, response.Description);
                response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemType] = new() { Schema = new OpenApiSchemaReference(OpenApiProblem.Name, document) },
                };
            }
        }
    }

    // The framework's own reason phrases are English; a slice's own words are kept.
    private static string DutchDescription(string status, string? said)
    {
        var code = int.Parse(status, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(said) || said == Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(code)
            ? OpenApiProblem.TitleOf(code)
            : said;
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Description = "Sleutel van dit verzoek, bijvoorbeeld een UUID. Hetzelfde verzoek met dezelfde sleutel krijgt 24 uur lang het eerste antwoord "
                + "opnieuw; een ander verzoek met dezelfde sleutel wordt geweigerd (422), een verzoek dat nog loopt ook (409).",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.MaximumLength },
        });
    }

    // An operation that can find the version outdated is one that must be told which version was seen.
    private static void AddIfMatch(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Required = true,
            Description = "De ETag van de versie die u wijzigt, met aanhalingstekens. Is er intussen een nieuwere, dan volgt 412.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ETags.MaximumLength },
        });
    }
}
