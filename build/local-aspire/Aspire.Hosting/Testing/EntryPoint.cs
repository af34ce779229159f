using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>Runs the Main of an AppHost on a thread of its own: it stands still there where it builds its application.</summary>
internal static class EntryPoint
{
    public static void Start(Assembly assembly, string[] args, EntryPointObserver observer)
    {
        var main = assembly.EntryPoint
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no entry point.");
        var thread = new Thread(() => Run(main, args, observer)) { IsBackground = true, Name = $"{assembly.GetName().Name} entry point" };
        thread.Start();
    }

    private static void Run(MethodInfo main, string[] args, EntryPointObserver observer)
    {
        EntryPointObserver.Current = observer;
        try
        {
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]);
            observer.Failed(new InvalidOperationException("The entry point ended without building an application."));
        }
        catch (TargetInvocationException exception)
        {
            // The test awaits the builder or the application, and is told there.
            observer.Failed(exception.InnerException ?? exception);
        }
    }
}
