using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>A supplier with its partner and a coupling with the company that was made.</summary>
internal sealed record Aanbieder(Guid Id, Guid KoppelingId, HttpClient Client);

/// <summary>A company that is a member, with its coordinator and suppliers; and one programme, of which every answer's ETag is kept.</summary>
internal sealed class ProgrammaWereld : IDisposable
{
    public const string Adres = "/vitaal-werken/v1/programmas";

    public required VitaalWerkenFixture Service { get; init; }

    public required HttpClient Bedrijf { get; init; }

    public required HttpClient Coordinator { get; init; }

    public required Guid BedrijfId { get; init; }

    public required IReadOnlyList<Aanbieder> Aanbieders { get; init; }

    public Guid ProgrammaId { get; private set; }

    public string ETag { get; private set; } = "";

    public static async Task<ProgrammaWereld> CreateAsync(VitaalWerkenFixture service, int aanbieders = 0)
    {
        var bedrijf = service.Partner();
        var bedrijfId = await service.LidAsync(bedrijf);
        List<Aanbieder> known = [];
        for (var number = 0; number < aanbieders; number++)
        {
            var partnerId = TestId.Guid();
            var id = await service.LeverancierAsync(partnerId);
            known.Add(new(id, await KoppelingAsync(service, bedrijfId, id), service.Partner(partnerId)));
        }

        return new()
        {
            Service = service,
            Bedrijf = bedrijf,
            Coordinator = await service.CoordinatorAsync(),
            BedrijfId = bedrijfId,
            Aanbieders = known,
        };
    }

    /// <summary>A coupling of a new offer of the supplier, straight in the database.</summary>
    public static async Task<Guid> KoppelingAsync(
        VitaalWerkenFixture service, Guid bedrijfId, Guid leverancierId, string status = "gemaakt", string onderwerp = "bewegen")
    {
        var (id, aanbodId) = (TestId.Guid(), await service.AanbodAsync(leverancierId, onderwerp));
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO koppelingen (id, bedrijf_id, aanbod_id, leverancier_id, version, status, onderwerp, vorm, voorgesteld_door,
                                     voorgesteld_door_partner_id, groepsgrootte, periode_van, periode_tot_en_met, prijssoort, prijs_centen, score, redenen,
                                     akkoord_bedrijf_op, akkoord_bedrijf_partner_id, akkoord_leverancier_op, akkoord_leverancier_partner_id,
                                     aangemaakt_op, verloopt_op, gewijzigd_op)
            SELECT @id, @bedrijfId, @aanbodId, @leverancierId, 1, @status, @onderwerp, 'workshop', 'bedrijf', @id, 12, '2126-01-01', '2126-12-31', 'euro',
                   25000, 80, '[]', moment, CASE WHEN moment IS NULL THEN NULL ELSE @id END, moment, CASE WHEN moment IS NULL THEN NULL ELSE @id END,
                   now(), now() + interval '30 days', now()
            FROM (SELECT CASE @status WHEN 'gemaakt' THEN now() END AS moment) AS made
            """,
            new { id, bedrijfId, aanbodId, leverancierId, status, onderwerp });
        return id;
    }

    public static JsonObject NewProgramma(string begin = "2126-01-06", string eind = "2126-06-30") => new()
    {
        ["naam"] = "Fit de lente in",
        ["doel"] = "Minder uitval door rugklachten",
        ["beginDatum"] = begin,
        ["eindDatum"] = eind,
    };

    public static JsonObject Inhoud(params JsonObject[] modules) => new()
    {
        ["beginDatum"] = "2126-01-06",
        ["eindDatum"] = "2126-06-30",
        ["modules"] = new JsonArray([.. modules]),
    };

    public static JsonObject Module(Aanbieder aanbieder, params JsonObject[] sessies) => new()
    {
        ["koppelingId"] = aanbieder.KoppelingId.ToString(),
        ["titel"] = "Sterke rug",
        ["groepMinimum"] = 5,
        ["groepMaximum"] = 20,
        ["prijsCenten"] = 25_000,
        ["sessies"] = new JsonArray([.. sessies]),
    };

    /// <summary>An hour on a day of the spring of 2126.</summary>
    public static JsonObject Sessie(int day, int hour = 10, string? sleutel = null)
    {
        var begin = new DateTimeOffset(2126, 2, 1, hour, 0, 0, TimeSpan.Zero).AddDays(day);
        var sessie = new JsonObject
        {
            ["begintOp"] = begin.ToString("O"),
            ["eindigtOp"] = begin.AddHours(1).ToString("O"),
            ["locatie"] = "Kantine",
            ["capaciteit"] = 12,
        };
        if (sleutel is not null)
            sessie["sleutel"] = sleutel;
        return sessie;
    }

    /// <summary>A programme with an empty first version.</summary>
    public async Task<Guid> ProgrammaAsync()
    {
        using var created = await Bedrijf.SendJsonAsync(HttpMethod.Post, $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/programmas", NewProgramma());
        created.EnsureSuccessStatusCode();
        (ProgrammaId, ETag) = ((Guid)(await created.ReadObjectAsync())["id"]!, created.Headers.ETag!.ToString());
        return ProgrammaId;
    }

    /// <summary>A step with the last ETag that was seen; keeps the new one.</summary>
    public async Task<HttpResponseMessage> StepAsync(HttpClient who, string step, JsonObject? body = null, HttpMethod? method = null)
    {
        var response = await who.SendJsonAsync(method ?? HttpMethod.Post, $"{Adres}/{ProgrammaId}{step}", body, ETag);
        if (response.IsSuccessStatusCode)
            ETag = response.Headers.ETag!.ToString();
        return response;
    }

    /// <summary>A step that must be possible; gives the programme after it.</summary>
    public async Task<JsonObject> DoAsync(HttpClient who, string step, JsonObject? body = null, HttpMethod? method = null)
    {
        using var response = await StepAsync(who, step, body, method);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{step}: {await response.Content.ReadAsStringAsync()}");
        return await response.ReadObjectAsync();
    }

    public Task<JsonObject> ChangeAsync(int versie, JsonObject inhoud) => DoAsync(Bedrijf, $"/versies/{versie}", inhoud, HttpMethod.Put);

    public Task<JsonObject> AgreeAsync(int versie, Aanbieder? aanbieder = null) =>
        DoAsync(aanbieder?.Client ?? Bedrijf, $"/versies/{versie}/instemming", For(aanbieder));

    /// <summary>A programme of which the first version, with one session of each supplier, is agreed.</summary>
    public async Task AgreedAsync(params JsonObject[] modules)
    {
        await ProgrammaAsync();
        await ChangeAsync(1, Inhoud(modules.Length > 0 ? modules : [.. Aanbieders.Select((aanbieder, index) => Module(aanbieder, Sessie(index)))]));
        await DoAsync(Coordinator, "/versies/1/voorstel");
        await AgreeAsync(1);
        foreach (var aanbieder in Aanbieders)
            await AgreeAsync(1, aanbieder);
    }

    public async Task<JsonObject> ReadAsync(HttpClient who, string what = "")
    {
        using var response = await who.GetAsync($"{Adres}/{ProgrammaId}{what}");
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{what}: {await response.Content.ReadAsStringAsync()}");
        return await response.ReadObjectAsync();
    }

    public static JsonObject For(Aanbieder? aanbieder) => aanbieder is null ? [] : new() { ["leverancierId"] = aanbieder.Id.ToString() };

    public void Dispose()
    {
        Bedrijf.Dispose();
        Coordinator.Dispose();
        foreach (var aanbieder in Aanbieders)
            aanbieder.Client.Dispose();
    }
}
