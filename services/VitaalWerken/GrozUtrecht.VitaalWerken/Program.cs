using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.VitaalWerken.Consumers;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using GrozUtrecht.VitaalWerken.Features.Behoeften;
using GrozUtrecht.VitaalWerken.Features.Bijdragen;
using GrozUtrecht.VitaalWerken.Features.Contact;
using GrozUtrecht.VitaalWerken.Features.Inkopen;
using GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;
using GrozUtrecht.VitaalWerken.Features.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Leveranciers;
using GrozUtrecht.VitaalWerken.Features.Medewerkers;
using GrozUtrecht.VitaalWerken.Features.Meedoen;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using GrozUtrecht.VitaalWerken.Features.Programmaverslagen;
using GrozUtrecht.VitaalWerken.Features.Uitnodigingen;
using GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;

var service = new ServiceDescription(
    "vitaal-werken",
    "Vitaal Werken",
    "Werkgevers en de wijk maken samen gezond werk: vitaliteitsnetwerken, behoeften, koppelingen met aanbod uit de wijk, "
        + "vitaliteitsprogramma's en wat bedrijven bijdragen. Van werknemers wordt niets bewaard dat zegt wie zij zijn.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(BedrijfJoined).Assembly],
};

if (args is ["migrate"])
    return await Migrate.RunAsync(service, bus => bus.AddConsumers());

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, bus => bus.AddConsumers());
builder.AddBijdragen();
builder.AddInkopen();
builder.AddContact();
builder.AddKoppelingen();
builder.AddMedewerkers();
builder.AddProgrammaverslagen();
builder.Services.AddValidation();
builder.AddUitnodigingen();
builder.AddInspiratiebijeenkomsten();
builder.AddBehoeften();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapMeedoen();
var api = app.MapServiceApi(service);
api.MapBedrijven();
api.MapBijdragen();
api.MapInkopen();
api.MapVitaliteitsnetwerken();
api.MapLeveranciers();
api.MapContact();
api.MapProgrammas();
api.MapUitnodigingen();
api.MapInspiratiebijeenkomsten();
api.MapKoppelingen();
api.MapBehoeften();
api.MapMedewerkers();
api.MapProgrammaverslagen();
await app.RunAsync();
return 0;
