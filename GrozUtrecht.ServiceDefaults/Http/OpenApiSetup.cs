using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>The OpenAPI 3.1 document from which a partner learns everything, in the shape that the NL API design rules ask.</summary>
internal static class OpenApiSetup
{
    private const string DocumentName = "v1";
    private const string SecurityScheme = "clientCredentials";

    public static void AddServiceOpenApi(this IServiceCollection services, ServiceDescription service) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document, service);
                MakePathsRelative(document, service.BasePath);
                KeepUsedTags(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) => OpenApiOperations.CompleteAsync(operation, context));
            options.CreateSchemaReferenceId = NameOf;
        });

    // A slice's request and response are nested records: OpenThing.Request becomes OpenThingRequest.
    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && type.Type is { IsNested: true, IsGenericType: false } ? type.Type.DeclaringType!.Name + name : name;
    }

    // The framework lists a tag for each class with a handler; our operations carry their capability instead.
    private static void KeepUsedTags(OpenApiDocument document) =>
        document.Tags = document.Paths.Values
            .SelectMany(path => path.Operations ?? [])
            .SelectMany(operation => operation.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Reference.Id!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name })
            .ToHashSet();

    // The version stands in the server's address, so paths are written from there on.
    private static void MakePathsRelative(OpenApiDocument document, string basePath)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            paths.Add(path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : path, item);
        }

        document.Paths = paths;
    }

    private static void Describe(OpenApiDocument document, ServiceDescription service)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"GROZUtrecht {service.Title}",
            Version = service.ApiVersion,
            Description = service.Summary,
            Contact = new OpenApiContact
            {
                Name = "GROZUtrecht",
                Email = "api@grozutrecht.nl",
                Url = new Uri("https://www.grozutrecht.nl"),
            },
        };
        document.Servers = [new OpenApiServer { Url = service.BasePath, Description = "Achter de gateway" }];
        document.Components ??= new OpenApiComponents();
        document.AddComponent(OpenApiProblem.Name, OpenApiProblem.Schema());
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Vraag een token met client_credentials bij /identity/connect/token.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri("/identity/connect/token", UriKind.Relative),
                        Scopes = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            [service.ReadScope] = "Lezen",
                            [service.WriteScope] = "Schrijven",
                        },
                    },
                },
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(SecurityScheme, document)] = [service.ReadScope, service.WriteScope],
            },
        ];
    }
}
