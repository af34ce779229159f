using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>Configuration section <c>Support:SocialeVragen</c>: within which term somebody picks a question up.</summary>
internal sealed class SocialeVraagSettings
{
    public const string Section = "Support:SocialeVragen";
    private const string Shortest = "00:15:00";
    private const string Longest = "14.00:00:00";

    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan TermijnHoog { get; set; } = TimeSpan.FromHours(2);

    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan TermijnNormaal { get; set; } = TimeSpan.FromHours(24);

    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan TermijnLaag { get; set; } = TimeSpan.FromHours(72);

    public TimeSpan TermOf(Urgentie urgentie) => urgentie switch
    {
        Urgentie.Hoog => TermijnHoog,
        Urgentie.Normaal => TermijnNormaal,
        _ => TermijnLaag,
    };
}
