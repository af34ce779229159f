using System.Diagnostics;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Orders of one caller that waits: linked orders stay together.</summary>
internal sealed class Boekverzoek(IReadOnlyList<Opdracht> orders, CancellationToken cancellationToken)
{
    // Continuations run elsewhere: the worker that answers has the next batch to book.
    private readonly TaskCompletionSource<IReadOnlyList<Boeking>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Opdracht> Orders { get; } = orders;

    /// <summary>The trace that this belongs to: the batch is booked elsewhere, and must not lose it.</summary>
    public ActivityContext? Trace { get; } = Activity.Current?.Context;

    public Task<IReadOnlyList<Boeking>> Answer => answer.Task;

    /// <summary>False when the caller has gone, so that nothing is booked for nobody.</summary>
    public bool IsWanted => !cancellationToken.IsCancellationRequested;

    public void Complete(IReadOnlyList<Boeking> boekingen) => answer.TrySetResult(boekingen);

    public void Fail(Exception exception) => answer.TrySetException(exception);

    public void Cancel() => answer.TrySetCanceled(cancellationToken);
}
