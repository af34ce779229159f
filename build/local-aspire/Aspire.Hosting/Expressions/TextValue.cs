namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known from the start.</summary>
internal sealed class TextValue(string? text) : IValueProvider
{
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(text);
}
