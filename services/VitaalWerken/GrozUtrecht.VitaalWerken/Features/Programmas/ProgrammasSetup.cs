namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>Programmes of companies: versions, agreement and start.</summary>
internal static class ProgrammasSetup
{
    public static void MapProgrammas(this RouteGroupBuilder api)
    {
        CreateProgramma.Map(api);
        ListProgrammas.Map(api);
        GetProgramma.Map(api);
        GetVersie.Map(api);
        CompareVersie.Map(api);
        ReadLeverancieragenda.Map(api);
        DraftVersie.Map(api);
        ChangeVersie.Map(api);
        ProposeVersie.Map(api);
        AnswerVersie.Map(api);
        StartProgramma.Map(api);
    }
}
