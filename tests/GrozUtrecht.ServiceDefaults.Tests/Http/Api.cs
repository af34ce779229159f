using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

/// <summary>A small service with all the defaults and three routes, on a database and an issuer of its own.</summary>
public sealed class Api : IAsyncLifetime
{
    public const string Name = "proef";

    private static readonly Failure Refused = new("proef.ding.geweigerd", StatusCodes.Status422UnprocessableEntity, "Dit ding mag niet");

    private TestDatabase database = null!;
    private WebApplication app = null!;

    public TestIssuer Issuer { get; private set; } = null!;

    /// <summary>Where the service looks for its authority; the issuer unless a test says otherwise before it starts.</summary>
    public string? Authority { get; init; }

    /// <summary>Settings beside the usual ones.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];

    public MovingClock Clock { get; } = new();

    /// <summary>While set, the handler waits for it in the middle of its transaction.</summary>
    public TaskCompletionSource? Pause { get; set; }

    /// <summary>Completes when a handler has reached <see cref="Pause"/>.</summary>
    public TaskCompletionSource Paused { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IServiceProvider Services => app.Services;

    public NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        Issuer = await TestIssuer.StartAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration[$"ConnectionStrings:{Name}-db"] = database.ConnectionString;
        builder.Configuration["Authentication:Authority"] = Authority ?? Issuer.Authority;
        builder.Configuration["Authentication:RevocationList"] = Issuer.RevocationList;
        foreach (var (key, value) in Settings)
            builder.Configuration[key] = value;
        builder.Services.AddSingleton<TimeProvider>(Clock);
        var service = new ServiceDescription(Name, "Proef", "Dienst van de tests.", typeof(Api).Assembly);
        builder.AddServiceDefaults(service);

        app = builder.Build();
        app.MapDefaultEndpoints();
        var api = app.MapServiceApi(service);
        api.MapPost("/dingen", AddAsync);
        api.MapGet("/dingen", ListAsync);
        api.MapGet("/fout", IResult () => throw new InvalidOperationException("a bug"));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await Issuer.DisposeAsync();
        await database.DisposeAsync();
    }

    public HttpClient ClientWith(string? token)
    {
        var client = app.GetTestClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public HttpClient ClientFor(Guid partnerId, params string[] scopes) => ClientWith(Issuer.Token(partnerId, scopes));

    public async Task<int> CountAsync()
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM handled");
    }

    private async Task<IResult> AddAsync(Thing thing, UnitOfWork work, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("INSERT INTO handled (counted_id, number) VALUES (@Id, @Aantal)", thing);
        if (Pause is { } pause)
        {
            Paused.TrySetResult();
            await pause.Task.WaitAsync(cancellationToken);
        }

        return thing.Aantal > 100
            ? Refused.ToProblem("Neem er ten hoogste 100.")
            : TypedResults.Created($"/proef/v1/dingen/{thing.Id}", thing with { Antwoord = TestId.Guid() });
    }

    private static IResult ListAsync([AsParameters] PageQuery page) =>
        Cursor.TryDecode(page.Cursor, out _) ? TypedResults.Ok(new CursorPage<Thing>([], null)) : RequestFailures.CursorInvalid.ToProblem();

    public sealed record Thing(Guid Id, [property: Range(1, 1000)] int Aantal)
    {
        public Guid? Antwoord { get; init; }
    }
}
