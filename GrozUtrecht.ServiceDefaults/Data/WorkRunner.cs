using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>Runs work that no request and no message asked for, such as a deadline that passed, in a <see cref="UnitOfWork"/> of its own.</summary>
public sealed class WorkRunner(IServiceScopeFactory scopes)
{
    /// <summary>Makes <typeparamref name="TService"/> in a scope, runs the work on it and commits what it wrote and published.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = scopes.CreateAsyncScope();
        var result = await work(scope.ServiceProvider.GetRequiredService<TService>());
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        return result;
    }
}
