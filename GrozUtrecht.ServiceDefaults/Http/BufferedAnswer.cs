using Microsoft.AspNetCore.Http;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>An answer held in memory: its status, the headers a caller needs again, and its body.</summary>
internal sealed class BufferedAnswer(int status, IReadOnlyDictionary<string, string> headers, byte[] body) : IResult
{
    private static readonly string[] KeptHeaders = ["Content-Type", "Location", "ETag"];

    public int Status => status;

    public IReadOnlyDictionary<string, string> Headers => headers;

    public byte[] Body => body;

    public bool IsSuccess => status < StatusCodes.Status400BadRequest;

    /// <summary>Lets the result write itself into memory instead of to the caller.</summary>
    public static async Task<BufferedAnswer> OfAsync(HttpContext http, IResult result)
    {
        var toCaller = http.Response.Body;
        using var memory = new MemoryStream();
        http.Response.Body = memory;
        try
        {
            await result.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = toCaller;
        }

        var headers = KeptHeaders
            .Where(name => http.Response.Headers.ContainsKey(name))
            .ToDictionary(name => name, name => http.Response.Headers[name].ToString(), StringComparer.OrdinalIgnoreCase);
        return new BufferedAnswer(http.Response.StatusCode, headers, memory.ToArray());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            httpContext.Response.Headers[name] = value;
        }

        if (body.Length > 0)
        {
            httpContext.Response.ContentLength = body.Length;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
