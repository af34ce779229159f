using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>What an overview can be answered in.</summary>
public enum Formaat
{
    Json,
    Csv,
    Pdf,
}

/// <summary>Chooses what to answer with: by <c>?formaat=</c>, because a link in a browser cannot set a header, and else by Accept.</summary>
public static class Formaten
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Pdf = "application/pdf";

    // In the order of preference when the caller has none.
    private static readonly (Formaat Formaat, string Word, MediaTypeHeaderValue Type)[] All =
    [
        (Formaat.Json, "json", MediaTypeHeaderValue.Parse(Json)),
        (Formaat.Csv, "csv", MediaTypeHeaderValue.Parse(Csv)),
        (Formaat.Pdf, "pdf", MediaTypeHeaderValue.Parse(Pdf)),
    ];

    /// <summary>The format to answer in, or null when the caller takes none that there is.</summary>
    public static Formaat? Choose(HttpRequest request, string? formaat)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (formaat is not null)
            return All.Where(item => item.Word == formaat).Select(item => (Formaat?)item.Formaat).FirstOrDefault();
        if (request.GetTypedHeaders().Accept is not { Count: > 0 } accepted)
            return Formaat.Json;

        return All.Select(item => (item.Formaat, Quality: QualityOf(item.Type, accepted)))
            .Where(item => item.Quality > 0)
            .OrderByDescending(item => item.Quality)
            .Select(item => (Formaat?)item.Formaat)
            .FirstOrDefault();
    }

    /// <summary>Tells in the API's description that CSV and PDF are files, which have not the schema of the JSON.</summary>
    public static Task DescribeFiles(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        foreach (var (type, answer) in operation.Responses!["200"].Content!)
        {
            if (type != Json)
                answer.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = type == Pdf ? "binary" : null };
        }

        return Task.CompletedTask;
    }

    // The most exact of the ranges that hold this type decides: "text/csv;q=0, */*" is all but CSV.
    private static double QualityOf(MediaTypeHeaderValue type, IEnumerable<MediaTypeHeaderValue> accepted) =>
        accepted.Where(type.IsSubsetOf)
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
}
