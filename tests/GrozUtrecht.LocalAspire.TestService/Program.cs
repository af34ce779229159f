// Ends with the exit code that it is told, or else serves its own environment.
if (args is ["exit", var exitCode])
{
    return int.Parse(exitCode);
}

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health", () => Results.Ok());
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
await app.RunAsync();
return 0;
