using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.Lifestyle.Features.OpenData;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;

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
    return await Migrate.RunAsync(service, _ => { });

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, _ => { });
builder.Services.AddValidation();
builder.AddOpen();

var app = builder.Build();
app.MapDefaultEndpoints();
var api = app.MapServiceApi(service);
CreateActiviteit.Map(api);
ListActiviteiten.Map(api);
GetActiviteit.Map(api);
UpdateActiviteit.Map(api);
PublishActiviteit.Map(api);
WithdrawActiviteit.Map(api);
AddSessie.Map(api);
ListSessies.Map(api);
GetSessie.Map(api);
ListOpenActiveBegrippen.Map(api);
await app.RunAsync();
return 0;
