using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>A few words with a step; the body may be left out.</summary>
public sealed record ToelichtingRequest(
    [property: Description("Aan de andere kant, zonder burgerservicenummer."), StringLength(500, MinimumLength = 1)] string? Toelichting = null);
