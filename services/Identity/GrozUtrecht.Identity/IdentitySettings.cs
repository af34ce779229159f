using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Identity.Domain;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity;

/// <summary>Configuration section <c>Identity</c>.</summary>
internal sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>The issuer's public address: what partners and tokens call this service.</summary>
    [Required, Url]
    public string Issuer { get; set; } = "";

    /// <summary>What the tokens are meant for.</summary>
    [Required]
    public string Audience { get; set; } = "grozutrecht";

    /// <summary>Private signing keys are stored under this passphrase; the same in every replica.</summary>
    [Required, MinLength(24)]
    public string SigningKeyPassphrase { get; set; } = "";

    /// <summary>Secret of the two development clients. In Development only: elsewhere the service refuses to start with it.</summary>
    [MinLength(ClientSecret.MinimumLength), MaxLength(ClientSecret.MaximumLength)]
    public string? DevelopmentClientSecret { get; set; }

    [Range(1, 60)]
    public int TokenMinutes { get; set; } = 10;

    /// <summary>How long one key signs.</summary>
    [Range(1, 365)]
    public int KeyRotationDays { get; set; } = 30;

    /// <summary>How long a key is published before it signs; longer than validators keep the published keys.</summary>
    [Range(2, 1440)]
    public int KeyLeadMinutes { get; set; } = 10;

    public string TokenEndpoint => $"{Issuer}/connect/token";

    public TimeSpan TokenLifetime => TimeSpan.FromMinutes(TokenMinutes);

    public KeyPolicy KeyPolicy => new(TimeSpan.FromDays(KeyRotationDays), TimeSpan.FromMinutes(KeyLeadMinutes), TokenLifetime);
}

/// <summary>What annotations cannot say: it depends on where the service runs.</summary>
internal sealed class IdentitySettingsRules(IHostEnvironment environment) : IValidateOptions<IdentitySettings>
{
    public ValidateOptionsResult Validate(string? name, IdentitySettings options)
    {
        List<string> errors = [];
        if (options.Issuer.EndsWith('/'))
        {
            errors.Add("Identity:Issuer must not end with a slash.");
        }

        if (options.DevelopmentClientSecret is not null && !environment.IsDevelopment())
        {
            errors.Add("Identity:DevelopmentClientSecret opens the platform to a known client; remove it outside Development.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
