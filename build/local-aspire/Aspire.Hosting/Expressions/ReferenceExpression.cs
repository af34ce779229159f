using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with holes that are filled once the application runs, such as a connection string.</summary>
public class ReferenceExpression : IValueProvider
{
    // A part is a literal string, or a value with an optional format.
    private readonly IReadOnlyList<object> parts;

    private ReferenceExpression(IReadOnlyList<object> parts) => this.parts = parts;

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part is Hole hole ? await hole.FillAsync(cancellationToken) : part);
        }

        return text.ToString();
    }

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    [SuppressMessage("Performance", "CA1815", Justification = "A handler is never compared.")]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) => Parts = [];

        internal List<object> Parts { get; }

        public void AppendLiteral(string value) => Parts.Add(value);

        public void AppendFormatted(string? value) => Parts.Add(value ?? "");

        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider => AppendFormatted(valueProvider, format: null);

        public void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider => Parts.Add(new Hole(valueProvider, format));

        [Obsolete("A format does not reach into an expression: repeat the inner expression with the format.", error: true)]
        public void AppendFormatted(ReferenceExpression valueProvider, string format) => throw new NotSupportedException();

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider => AppendFormatted(valueProvider.Resource);
    }

    private sealed record Hole(IValueProvider Value, string? Format)
    {
        public async ValueTask<string?> FillAsync(CancellationToken cancellationToken)
        {
            var value = await Value.GetValueAsync(cancellationToken);
            return Format is "uri" && value is not null ? Uri.EscapeDataString(value) : value;
        }
    }
}
