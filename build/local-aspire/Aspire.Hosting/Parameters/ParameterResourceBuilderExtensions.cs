using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.State;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Adds parameters and connection strings.</summary>
public static class ParameterResourceBuilderExtensions
{
    private const int GeneratedPasswordLength = 22;

    /// <summary>A parameter that configuration must give.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(name, secret, parameterDefault: null);

    /// <summary>A parameter with a default; <paramref name="persist"/> keeps a generated one for the next start.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.Add(name, secret, persist ? new PersistedParameterDefault(name, value, new(StateDirectory.Of(builder))) : value);

    /// <summary>A parameter with a fixed value, unless configuration gives another.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.Add(name, secret, new FixedDefault(value));

    /// <summary>A connection string that configuration must give as <c>ConnectionStrings:name</c>.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null) =>
        builder.AddResource(new ConnectionStringParameter(name, _ => builder.Configuration.GetConnectionString(name)
            ?? throw new DistributedApplicationException($"Set the connection string of '{name}': ConnectionStrings__{name}.")));

    internal static ParameterResource AddGeneratedPassword(this IDistributedApplicationBuilder builder, string resourceName) =>
        builder.AddParameter(
            $"{resourceName}-password",
            new GenerateParameterDefault { MinLength = GeneratedPasswordLength, Special = false },
            secret: true,
            persist: true).Resource;

    private static IResourceBuilder<ParameterResource> Add(
        this IDistributedApplicationBuilder builder, string name, bool secret, ParameterDefault? parameterDefault)
    {
        var parameter = new ParameterResource(name, Value, secret) { Default = parameterDefault };
        return builder.AddResource(parameter);

        string Value(ParameterDefault? given) => builder.Configuration[$"Parameters:{name}"]
            ?? given?.GetDefaultValue()
            ?? throw new DistributedApplicationException($"The parameter '{name}' has no value: set Parameters__{name}.");
    }

    private sealed class FixedDefault(string value) : ParameterDefault
    {
        public override string GetDefaultValue() => value;
    }

    private sealed class ConnectionStringParameter(string name, Func<ParameterDefault?, string> callback)
        : ParameterResource(name, callback, secret: true), IResourceWithConnectionString
    {
        public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");

        ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);
    }
}
