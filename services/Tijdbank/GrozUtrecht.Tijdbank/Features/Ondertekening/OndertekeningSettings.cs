using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary>Configuration section <c>Tijdbank:Ondertekening</c>.</summary>
internal sealed class OndertekeningSettings
{
    public const string Section = "Tijdbank:Ondertekening";

    /// <summary>
    /// The public address of the Tijdbank, such as <c>https://groz.example/tijdbank</c>. It stands in everything that is signed, so
    /// it must keep working: what was issued under another address can no longer be looked up.
    /// </summary>
    [Required, Url, RegularExpression(".*[^/]$", ErrorMessage = "Tijdbank:Ondertekening:Adres must not end with a slash.")]
    public string Adres { get; set; } = "";

    /// <summary>Who signs: the issuer of every statement, whose profile can be read at this address.</summary>
    public string Uitgever => $"{Adres}/.well-known/uitgever";

    /// <summary>Where one public key can be read: also its name in what it signed.</summary>
    public string KeyAddress(Guid id) => $"{Adres}/.well-known/sleutels/{id:N}";

    /// <summary>Where anyone can see whether a statement still holds.</summary>
    public string ValidityAddress(Guid urenverklaringId) => $"{Adres}/v1/urenverklaringen/{urenverklaringId}/geldigheid";
}
