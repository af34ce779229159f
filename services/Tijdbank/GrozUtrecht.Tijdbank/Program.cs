using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Consumers;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Data.Zegels;
using GrozUtrecht.Tijdbank.Features.Bijdragen;
using GrozUtrecht.Tijdbank.Features.Gemeenschappen;
using GrozUtrecht.Tijdbank.Features.Giften;
using GrozUtrecht.Tijdbank.Features.Ondertekening;
using GrozUtrecht.Tijdbank.Features.Onderwijs;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using GrozUtrecht.Tijdbank.Features.Overzichten;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using GrozUtrecht.Tijdbank.Features.Ruil;
using GrozUtrecht.Tijdbank.Features.Toezicht;
using GrozUtrecht.Tijdbank.Features.Uitbetalingen;
using GrozUtrecht.Tijdbank.Features.Uren;
using GrozUtrecht.Tijdbank.Features.Wijkpotten;

var service = new ServiceDescription(
    "tijdbank",
    "Tijdbank",
    "Rekeningen in minuten: wie zich inzet voor de buurt krijgt uren bijgeschreven en kan ze aan een ander geven.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(UrenBijgeschreven).Assembly],
    DatabaseRole = GrootboekSetup.DatabaseRole,
};
if (args is ["migrate"])
{
    return await Migrate.RunAsync(service, bus => bus.AddConsumers());
}

if (args is ["verify", .. var rest])
{
    return await VerifyCommand.RunAsync(service.DatabaseName, rest.FirstOrDefault());
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, bus => bus.AddConsumers());
builder.AddGrootboek(service);
builder.AddZegels();
builder.AddGiften();
builder.AddBijdragen();
builder.AddUitbetalingen();
builder.AddUren();
builder.AddOndertekening();
builder.AddOnderwijs();
builder.AddRuil();
builder.AddOverzichten();
builder.Services.AddValidation();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapPublishedKeys();
var api = app.MapServiceApi(service);
OpenRekening.Map(api);
ListRekeningen.Map(api);
GetRekening.Map(api);
ListMutaties.Map(api);
CreateOverboeking.Map(api);
GetOverboeking.Map(api);
VerifyGrootboek.Map(api);
ListZegels.Map(api);
api.MapGiften();
api.MapWijkpotten();
api.MapBijdragen();
api.MapGemeenschappen();
api.MapRuil();
api.MapUitbetalingen();
api.MapUren();
api.MapOnderwijs();
api.MapOndertekening();
api.MapOverzichten();

await app.RunAsync();
return 0;
