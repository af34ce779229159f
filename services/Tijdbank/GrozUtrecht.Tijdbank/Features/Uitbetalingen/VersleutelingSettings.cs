using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Configuration section <c>Tijdbank:Versleuteling</c>: the keys under which names and bank accounts of payees are stored.</summary>
internal sealed class VersleutelingSettings
{
    public const string Section = "Tijdbank:Versleuteling";

    /// <summary>What seals in Development when nothing is configured. It is public, so elsewhere the service refuses to start with it.</summary>
    public const string DevelopmentKey = "b250d2lra2VsaW5nLW5pZXQtdm9vci1wcm9kdWN0aWU=";

    /// <summary>Base64 of 32 random bytes; the same in every replica.</summary>
    public string? Sleutel { get; set; }

    /// <summary>Name of that key, stored with what it seals.</summary>
    [Required, StringLength(40, MinimumLength = 1)]
    public string SleutelId { get; set; } = "1";

    /// <summary>Keys of before, by their name: they open what they sealed and seal nothing.</summary>
    public Dictionary<string, string> OudeSleutels { get; } = new(StringComparer.Ordinal);

    public Kluis ToKluis()
    {
        var keys = OudeSleutels.ToDictionary(old => old.Key, old => Convert.FromBase64String(old.Value), StringComparer.Ordinal);
        keys[SleutelId] = Convert.FromBase64String(Sleutel ?? DevelopmentKey);
        return new Kluis(SleutelId, keys);
    }
}

/// <summary>No key, no payouts: a service that could not read its payees is not to be started.</summary>
internal sealed class VersleutelingSettingsRules(IHostEnvironment environment) : IValidateOptions<VersleutelingSettings>
{
    public ValidateOptionsResult Validate(string? name, VersleutelingSettings options)
    {
        List<string> errors = [];
        if (options.Sleutel is null or VersleutelingSettings.DevelopmentKey && !environment.IsDevelopment())
        {
            errors.Add("Tijdbank:Versleuteling:Sleutel is missing or is the development key: give 32 random bytes as base64.");
        }

        if (options.Sleutel is not null && !IsKey(options.Sleutel))
        {
            errors.Add("Tijdbank:Versleuteling:Sleutel must be 32 bytes as base64.");
        }

        errors.AddRange(options.OudeSleutels.Where(old => !IsKey(old.Value) || old.Key == options.SleutelId)
            .Select(old => $"Tijdbank:Versleuteling:OudeSleutels:{old.Key} must be 32 bytes as base64, under another name than the current key's."));
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[Kluis.KeyBytes + 1];
        return Convert.TryFromBase64String(text, key, out var written) && written == Kluis.KeyBytes;
    }
}
