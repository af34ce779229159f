using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

public sealed class SocialeVraagTests
{
    private static readonly SocialeVraagStatus[] Statuses = Enum.GetValues<SocialeVraagStatus>();
    private static readonly Stap[] Steps = Enum.GetValues<Stap>();

    [Fact]
    public void What_is_done_stays_done() =>
        Assert.All(Steps, step => Assert.Null(SocialeVraag.After(SocialeVraagStatus.Afgerond, step)));

    [Fact]
    public void What_is_new_can_only_be_picked_up_and_only_what_is_new_can() =>
        Assert.Equal(
            [(SocialeVraagStatus.Nieuw, Stap.Opgepakt)],
            Statuses.SelectMany(status => Steps.Select(step => (status, step)))
                .Where(pair => (pair.status is SocialeVraagStatus.Nieuw || pair.step is Stap.Opgepakt) && SocialeVraag.After(pair.status, pair.step) is not null));

    [Fact]
    public void Every_question_that_is_not_done_can_get_there()
    {
        foreach (var begin in Statuses.Where(status => status is not SocialeVraagStatus.Afgerond))
        {
            HashSet<SocialeVraagStatus> reached = [begin];
            for (var round = 0; round < Statuses.Length; round++)
            {
                reached.UnionWith([.. reached.SelectMany(status => Steps.Select(step => SocialeVraag.After(status, step))).OfType<SocialeVraagStatus>()]);
            }

            Assert.Contains(SocialeVraagStatus.Afgerond, reached);
        }
    }

    [Fact]
    public void An_outcome_says_where_it_went()
    {
        var id = TestId.Guid();

        Assert.True(new Afronding(Uitkomst.Opgelost, null, null, null).IsComplete);
        Assert.True(new Afronding(Uitkomst.Doorverwezen, "Het buurtteam", null, null).IsComplete);
        Assert.True(new Afronding(Uitkomst.Doorverwezen, null, id, null).IsComplete);
        Assert.True(new Afronding(Uitkomst.HulpvraagIngediend, null, null, id).IsComplete);
        Assert.False(new Afronding(Uitkomst.Doorverwezen, null, null, null).IsComplete);
        Assert.False(new Afronding(Uitkomst.Doorverwezen, "Het buurtteam", null, id).IsComplete);
        Assert.False(new Afronding(Uitkomst.HulpvraagIngediend, "Ingediend", null, null).IsComplete);
        Assert.False(new Afronding(Uitkomst.GeenReactie, null, id, null).IsComplete);
        Assert.False(new Afronding(Uitkomst.Vervallen, null, null, null).IsComplete);
    }

    [Fact]
    public void A_follow_up_is_today_or_up_to_a_year_ahead()
    {
        var today = new DateOnly(2026, 12, 31);

        Assert.True(SocialeVraag.CanFollowUp(today, today));
        Assert.True(SocialeVraag.CanFollowUp(today.AddDays(366), today));
        Assert.False(SocialeVraag.CanFollowUp(today.AddDays(-1), today));
        Assert.False(SocialeVraag.CanFollowUp(today.AddDays(367), today));
    }
}
