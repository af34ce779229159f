namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line that a resource wrote; its content starts with the time (ISO 8601, UTC).</summary>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
