namespace GrozUtrecht.ServiceDefaults.Tests.Http;

/// <summary>A fixture that one test makes for itself, disposed with <c>await using</c>.</summary>
internal sealed class Owned<T>(T value) : IAsyncDisposable
    where T : IAsyncLifetime
{
    public T Value => value;

    public async ValueTask DisposeAsync() => await value.DisposeAsync();
}
