using MassTransit;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>The header that counts how often a message was put off.</summary>
internal static class Deferral
{
    private const string Header = "Groz-Deferrals";

    public static int Of(ConsumeContext context) => context.Headers.Get<int>(Header) ?? 0;

    public static void Mark(SendContext context, int deferrals) => context.Headers.Set(Header, deferrals);
}
