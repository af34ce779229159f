using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

var service = new ServiceDescription(
    "vitaal-werken",
    "Vitaal Werken",
    "Bedrijven in de vitaliteitsnetwerken van de gebieden: wie belangstelling heeft, wie lid is, en hoe ver het programma is. "
        + "Deze dienst bewaart geen gegevens van werknemers.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(BedrijfJoined).Assembly],
};

if (args is ["migrate"])
    return await Migrate.RunAsync(service, _ => { });

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, _ => { });
builder.Services.AddValidation();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapServiceApi(service);
RegisterBedrijf.Map(api);
ListBedrijven.Map(api);
GetBedrijf.Map(api);
ChangeBedrijfStatus.Map(api);
ListVitaliteitsnetwerken.Map(api);
await app.RunAsync();
return 0;
