namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that configuration gives, or else its default.</summary>
public class ParameterResource : Resource, IValueProvider
{
    private readonly Lazy<string> value;

    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        Secret = secret;
        value = new(() => callback(Default));
    }

    public bool Secret { get; }

    public ParameterDefault? Default { get; set; }

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(value.Value);
}
