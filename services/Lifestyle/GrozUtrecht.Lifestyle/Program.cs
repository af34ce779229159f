using GrozUtrecht.Lifestyle.Consumers;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Features.Aanbieders;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.Lifestyle.Features.Agenda;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Lifestyle.Features.Groepscijfers;
using GrozUtrecht.Lifestyle.Features.Metingen;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.Lifestyle.Features.OpenData;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Reeksen;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.ServiceDefaults;

var service = new ServiceDescription(
    "lifestyle",
    "Lifestyle",
    "Het aanbod van activiteiten voor een gezonde leefstijl in de wijk, met hun sessies. Een partner beheert de eigen activiteiten; "
        + "een gepubliceerde activiteit is zichtbaar voor iedere partner.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(ActiviteitPublished).Assembly],
};

if (args is ["migrate"])
    return await Migrate.RunAsync(service, bus => bus.AddConsumers());

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, bus => bus.AddConsumers());
builder.AddDeelnames();
builder.AddGroepscijfers();
builder.AddPreventiebudget();
builder.AddProeverijen();
builder.AddMetingen();
builder.Services.AddValidation();
builder.AddOpen();
builder.AddReeksen();
builder.AddAgenda();
builder.AddOpenData();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapOpenFeeds();
app.MapAgendaFeeds();
var api = app.MapServiceApi(service);
api.MapAanbieders();
api.MapActiviteiten();
api.MapSessies();
api.MapReeksen();
api.MapAgenda();
api.MapDeelnames();
api.MapGroepscijfers();
api.MapOpenData();
api.MapPreventiebudget();
api.MapProeverijen();
api.MapMetingen();
await app.RunAsync();
return 0;
