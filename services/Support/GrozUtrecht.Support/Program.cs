using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Support.Consumers;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Features.Aanbiedingen;
using GrozUtrecht.Support.Features.Afspraken;
using GrozUtrecht.Support.Features.Buurtassistenten;
using GrozUtrecht.Support.Features.Buurten;
using GrozUtrecht.Support.Features.Contact;
using GrozUtrecht.Support.Features.Helpers;
using GrozUtrecht.Support.Features.Hsds;
using GrozUtrecht.Support.Features.Hulpvragen;
using GrozUtrecht.Support.Features.Levensloop;
using GrozUtrecht.Support.Features.Matching;
using GrozUtrecht.Support.Features.Matchingrondes;
using GrozUtrecht.Support.Features.Signalen;
using GrozUtrecht.Support.Features.SocialeKaart;
using GrozUtrecht.Support.Features.SocialeVragen;
using GrozUtrecht.Support.Features.Werkgericht;

var service = new ServiceDescription(
    "support",
    "Support",
    "De sociale infrastructuur van een buurt: hulpvragen en helpers en wie bij wie past, afspraken, buurtassistenten en hun vragen, signalen, en de sociale kaart.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(HulpvraagFulfilled).Assembly],
};
if (args is ["migrate"])
{
    return await Migrate.RunAsync(service, bus => bus.AddConsumers());
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, bus => bus.AddConsumers());
builder.AddHulpvragen();
builder.AddLevensloop();
builder.AddContact();
builder.AddMatching(service);
builder.AddMatchingrondes();
builder.AddBuurtassistenten();
builder.AddSocialeKaart();
builder.AddHsds();
builder.AddSocialeVragen();
builder.AddSignalen();
// It sees public request types only: the attributes of an internal one compile and check nothing.
builder.Services.AddValidation();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapHsds();
var api = app.MapServiceApi(service);
api.MapHelpers();
api.MapAanbiedingen();
api.MapHulpvragen();
api.MapMatching();
api.MapMatchingrondes();
api.MapAfspraken();
api.MapContact();
api.MapBuurten();
api.MapBuurtassistenten();
api.MapSocialeKaart();
api.MapSocialeVragen();
api.MapSignalen();
api.MapWerkgericht();

await app.RunAsync();
return 0;
