using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>Time passes under a programme: what began stays, and nothing is planned in the past.</summary>
public sealed class ProgrammaplanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Leverancier = TestId.Guid();
    private static readonly Versiesessie Past = Sessie(-1);
    private static readonly Versiesessie Future = Sessie(1);

    [Fact]
    public void A_session_that_began_may_stay_as_it_was() =>
        Assert.Null(Programmaplan.JudgeProposal(Inhoud(Past, Future), Inhoud(Past), isRunning: true, Now));

    [Fact]
    public void A_session_that_began_may_not_go_from_a_programme_that_runs()
    {
        Assert.Equal(Planfout.BegunChanged, Programmaplan.JudgeProposal(Inhoud(Future), Inhoud(Past), isRunning: true, Now)?.Fout);
        Assert.Null(Programmaplan.JudgeProposal(Inhoud(Future), Inhoud(Past), isRunning: false, Now));
    }

    [Fact]
    public void A_session_that_began_does_not_move_and_none_is_planned_in_the_past()
    {
        var moved = Past with { BegintOp = Past.BegintOp.AddHours(1) };
        var later = Past with { BegintOp = Past.BegintOp.AddDays(3), EindigtOp = Past.EindigtOp.AddDays(3) };

        Assert.Equal(Planfout.InThePast, Programmaplan.JudgeProposal(Inhoud(moved), Inhoud(Past), isRunning: true, Now)?.Fout);
        Assert.Equal(Planfout.BegunChanged, Programmaplan.JudgeProposal(Inhoud(later), Inhoud(Past), isRunning: true, Now)?.Fout);
        Assert.Equal(Planfout.InThePast, Programmaplan.JudgeProposal(Inhoud(Past), null, isRunning: false, Now)?.Fout);
        Assert.Equal(Planfout.InThePast, Programmaplan.JudgeProposal(Inhoud(Future), null, isRunning: false, Future.BegintOp)?.Fout);
    }

    [Fact]
    public void Sessions_of_one_supplier_may_follow_each_other_at_once_and_not_overlap()
    {
        var next = Future with { Sleutel = TestId.Guid(), BegintOp = Future.EindigtOp, EindigtOp = Future.EindigtOp.AddHours(1) };
        var early = next with { BegintOp = next.BegintOp.AddMinutes(-1) };

        Assert.Null(Programmaplan.Judge(Inhoud(next, Future)));
        Assert.Equal(new(Planfout.LeverancierTwice, 1), Programmaplan.Judge(Inhoud(early, Future)));
        Assert.Equal(Planfout.SleutelTwice, Programmaplan.Judge(Inhoud(Future, Future with { BegintOp = next.BegintOp, EindigtOp = next.EindigtOp }))?.Fout);
    }

    [Fact]
    public void Days_are_days_in_the_Netherlands()
    {
        // Half past eleven in the evening of the first of April in UTC is the second of April in Utrecht.
        var late = Future with { BegintOp = new(2026, 4, 1, 22, 30, 0, TimeSpan.Zero), EindigtOp = new(2026, 4, 1, 23, 0, 0, TimeSpan.Zero) };

        Assert.Equal(new(Planfout.OutsidePeriod, 1), Programmaplan.Judge(Inhoud(late) with { EindDatum = new(2026, 4, 1) }));
        Assert.Null(Programmaplan.Judge(Inhoud(late) with { EindDatum = new(2026, 4, 2) }));
    }

    private static Versiesessie Sessie(int days) => new(TestId.Guid(), Now.AddDays(days), Now.AddDays(days).AddHours(2), "Kantine", 10);

    private static Versieinhoud Inhoud(params Versiesessie[] sessies) => new(new(2026, 1, 1), new(2026, 12, 31),
    [
        new()
        {
            Nummer = 1,
            KoppelingId = Leverancier,
            AanbodId = Leverancier,
            LeverancierId = Leverancier,
            Onderwerp = Onderwerp.Bewegen,
            Titel = "Sterke rug",
            GroepMinimum = 5,
            GroepMaximum = 20,
            PrijsCenten = 25_000,
            Sessies = sessies,
        },
    ]);
}
