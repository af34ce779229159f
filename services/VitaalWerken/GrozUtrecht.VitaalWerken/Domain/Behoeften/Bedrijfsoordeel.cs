namespace GrozUtrecht.VitaalWerken.Domain.Behoeften;

/// <summary>What an employer says of one subject, each from 0 to 3: how urgent it is, and how ready the company is to do something about it.</summary>
internal sealed record Bedrijfsoordeel(Onderwerp Onderwerp, int Urgentie, int Gereedheid);

/// <summary>How an employer would like to have it; what is null or empty does not matter.</summary>
internal sealed record Bedrijfswensen(IReadOnlyList<Aanbodvorm> Vormen, long? MaximumPrijsCenten, int? Groepsgrootte, int Dagdelen);
