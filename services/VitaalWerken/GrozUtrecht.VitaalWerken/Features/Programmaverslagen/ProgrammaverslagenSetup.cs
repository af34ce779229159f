namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>Inviting employees to a programme, about how many take part, and what it brought.</summary>
internal static class ProgrammaverslagenSetup
{
    public static void AddProgrammaverslagen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Verslagmaker>();
        builder.Services.AddSingleton<Verslagronde>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Verslagronde>());
    }

    public static void MapProgrammaverslagen(this RouteGroupBuilder api)
    {
        IssueInschrijfcodes.Map(api);
        GetAanwezigheidscode.Map(api);
        GetDeelnamestand.Map(api);
        CloseProgramma.Map(api);
        GetProgrammaverslag.Map(api);
    }
}
