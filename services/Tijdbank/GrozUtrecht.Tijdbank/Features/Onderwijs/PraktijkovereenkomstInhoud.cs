using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>What school and organisation agree on; the same when it is put forward and when it is changed.</summary>
public sealed record PraktijkovereenkomstInhoud(
    [property: Description("Naam van de opleiding.")]
    [property: StringLength(120, MinimumLength = 1), RegularExpression(PraktijkovereenkomstInhoud.Line)]
    string Opleiding,
    DateOnly BeginDatum,
    DateOnly EindDatum,
    [property: Description("Hoeveel praktijktijd is afgesproken, in minuten.")]
    [property: Range(60, 300_000)]
    int UrenMinuten,
    [property: Description("Crebo of andere code van de opleiding, vijf cijfers."), RegularExpression("^[0-9]{5}$")] string? Opleidingscode = null,
    [property: Description("Wat de student in de praktijk leert; hooguit 20.")]
    [property: MaxLength(Praktijkafspraken.MaximumWerkprocessen), WerkprocesItems]
    IReadOnlyList<string>? Werkprocessen = null,
    [property: Description("Naam van de begeleider bij de organisatie. Wordt gewist als de student vertrekt, en vijf jaar na het einde.")]
    [property: StringLength(120, MinimumLength = 1), RegularExpression(PraktijkovereenkomstInhoud.Line)]
    string? Praktijkbegeleider = null,
    [property: Description("Naam van de begeleider bij de school; wordt net zo gewist.")]
    [property: StringLength(120, MinimumLength = 1), RegularExpression(PraktijkovereenkomstInhoud.Line)]
    string? Schoolbegeleider = null)
{
    internal const string Line = @"^\S([^\u0000-\u001f\u007f]*\S)?$";

    /// <summary>Why it cannot stand like this; null when it can.</summary>
    internal Overeenkomstfout? Check() =>
        new Praktijkafspraken(BeginDatum, EindDatum, Werkprocessen ?? [], [Opleiding, Praktijkbegeleider, Schoolbegeleider]).Check();

    internal Praktijkovereenkomst PutInto(Praktijkovereenkomst agreement) => agreement with
    {
        Opleiding = Opleiding,
        Opleidingscode = Opleidingscode,
        BeginDatum = BeginDatum,
        EindDatum = EindDatum,
        UrenMinuten = UrenMinuten,
        Werkprocessen = [.. Werkprocessen ?? []],
        Praktijkbegeleider = Praktijkbegeleider,
        Schoolbegeleider = Schoolbegeleider,
    };
}

/// <summary>Each item is one readable line of at most 120 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WerkprocesItemsAttribute() : ValidationAttribute("Elk werkproces is een regel van 1 tot 120 tekens.")
{
    private const int MaximumLength = 120;

    public override bool IsValid(object? value) =>
        value is not IReadOnlyList<string> items || items.All(item => item is { Length: > 0 and <= MaximumLength } && item.Trim().Length == item.Length);
}
