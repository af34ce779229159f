namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The sociale kaart: organisations, their places and what they offer.</summary>
internal static class SocialeKaartSetup
{
    /// <summary>What writing asks beside the service's own scope; reading asks no more than any partner has.</summary>
    public const string Scope = "support:sociale-kaart";

    public static void AddSocialeKaart(this IHostApplicationBuilder builder) => builder.Services.AddScoped<Activiteitkaart>();

    public static void MapSocialeKaart(this RouteGroupBuilder api)
    {
        CreateOrganisatie.Map(api);
        ChangeOrganisatie.Map(api);
        MoveOrganisatie.Map(api);
        ReadOrganisaties.Map(api);
        CreateLocatie.Map(api);
        ChangeLocatie.Map(api);
        EndLocatie.Map(api);
        ReadLocaties.Map(api);
        CreateVoorziening.Map(api);
        ChangeVoorziening.Map(api);
        MoveVoorziening.Map(api);
        SearchVoorzieningen.Map(api);
        GetVoorziening.Map(api);
        ListOpeningen.Map(api);
        ListKaartcategorieen.Map(api);
        ListVerificaties.Map(api);
    }

    /// <summary>What every change of an entry can answer.</summary>
    public static RouteHandlerBuilder ChangesAnEntry(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
