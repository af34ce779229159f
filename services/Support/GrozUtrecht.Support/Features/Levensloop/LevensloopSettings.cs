using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>Configuration section <c>Support:Levensloop</c>: the terms of a hulpvraag's life, from proposal to confirmation.</summary>
internal sealed class LevensloopSettings
{
    public const string Section = "Support:Levensloop";

    /// <summary>How long a helper may take to answer, by urgency.</summary>
    [Range(5, 7 * 24 * 60)]
    public int AnswerMinutesHoog { get; set; } = 2 * 60;

    [Range(5, 14 * 24 * 60)]
    public int AnswerMinutesNormaal { get; set; } = 24 * 60;

    [Range(5, 30 * 24 * 60)]
    public int AnswerMinutesLaag { get; set; } = 3 * 24 * 60;

    /// <summary>Nobody is asked to answer sooner than this, unless the help begins sooner.</summary>
    [Range(1, 24 * 60)]
    public int MinimumAnswerMinutes { get; set; } = 15;

    /// <summary>When nobody was left to ask, or everybody needed was, it is looked at again after this; sooner when something happens.</summary>
    [Range(1, 24 * 60)]
    public int SearchAgainMinutes { get; set; } = 15;

    /// <summary>How long before the beginning both sides are reminded.</summary>
    [Range(1, 7 * 24)]
    public int RemindHours { get; set; } = 24;

    /// <summary>Who calls off with less than this to go is late, and the buurtassistent is told.</summary>
    [Range(1, 7 * 24)]
    public int LateHours { get; set; } = 24;

    public Antwoordtermijnen ToAntwoordtermijnen() => new(
        TimeSpan.FromMinutes(AnswerMinutesHoog),
        TimeSpan.FromMinutes(AnswerMinutesNormaal),
        TimeSpan.FromMinutes(AnswerMinutesLaag),
        TimeSpan.FromMinutes(MinimumAnswerMinutes));
}
