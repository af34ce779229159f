using GrozUtrecht.Identity;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Messaging;

var service = new ServiceDescription(
    "identity",
    "Identity",
    "Personen, partners en hun toegang. Een persoon is hier alleen een nummer; de andere diensten bewaren onder dat nummer wat zij nodig hebben.",
    typeof(Program).Assembly)
{
    Contracts = [typeof(PersoonVerwijderd).Assembly],
};

if (args is ["migrate"])
{
    return await Migrate.RunAsync(service, _ => { });
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddServiceMessaging(service, _ => { });
builder.AddIdentity();
builder.Services.AddValidation();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapAuthorizationServer();
app.MapServiceApi(service).MapIdentity();
await app.RunAsync();
return 0;
