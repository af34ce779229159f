using Microsoft.AspNetCore.Builder;

namespace GrozUtrecht.ServiceDefaults.Telemetry;

/// <summary>Marks a route that machines ask every few seconds: neither it nor its queries are traces that anyone looks for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UntracedAttribute : Attribute;

/// <summary>Leaves routes out of the traces.</summary>
public static class UntracedExtensions
{
    /// <summary>Keeps requests to this route, and what they do, out of the traces.</summary>
    public static TBuilder WithoutTraces<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new UntracedAttribute());
}
