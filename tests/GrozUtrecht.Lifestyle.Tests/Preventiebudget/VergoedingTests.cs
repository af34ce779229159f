using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

public sealed class VergoedingTests
{
    private static readonly Guid Activiteit = new("0198aaaa-0000-7000-8000-000000000001");
    private static readonly DateOnly Dag = new(2026, 6, 10);
    private static readonly Vergoedingsregels Regels = new(
        Budgetstatus.Open, new(2026, 1, 1), new(2026, 12, 31), ["nieuwegein"], [], ["zingeving"], new(EigenBijdragesoort.Geen, 0));

    private static readonly Vergoedingsvraag Vraag = new(Activiteit, "nieuwegein", ["meedoen", "zingeving"], Dag, 1_000);

    [Theory]
    [InlineData(EigenBijdragesoort.Geen, 0, 1_000, 0)]
    [InlineData(EigenBijdragesoort.Procent, 25, 1_000, 250)]
    [InlineData(EigenBijdragesoort.Procent, 50, 25, 13)]
    [InlineData(EigenBijdragesoort.Procent, 33, 100, 33)]
    [InlineData(EigenBijdragesoort.Vast, 250, 1_000, 250)]
    [InlineData(EigenBijdragesoort.Vast, 2_500, 1_000, 1_000)]
    public void The_member_pays_a_part_that_is_never_more_than_the_price(EigenBijdragesoort soort, int waarde, int prijs, int eigen) =>
        Assert.Equal(eigen, new EigenBijdrage(soort, waarde).Of(prijs));

    [Fact]
    public void What_the_budget_and_the_member_pay_is_the_price_together() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (prijs, procent) =>
        {
            var (vergoeding, _) = Vergoeding.Decide(
                Regels with { EigenBijdrage = new(EigenBijdragesoort.Procent, procent) }, Vraag with { PrijsCenten = prijs }, new(100_000, 100_000));
            return vergoeding is null || vergoeding.BedragCenten + vergoeding.EigenBijdrageCenten == prijs;
        }).QuickCheckThrowOnFailure();

    [Fact]
    internal void Each_rule_refuses_for_its_own_reason()
    {
        Vergoedingsruimte ruimte = new(1_000, 1_000);

        Assert.Equal(Vergoedingsweigering.BudgetNotOpen, Refusal(Regels with { Status = Budgetstatus.Gesloten }, Vraag, ruimte));
        Assert.Equal(Vergoedingsweigering.OutsidePeriod, Refusal(Regels, Vraag with { Dag = new(2025, 12, 31) }, ruimte));
        Assert.Equal(Vergoedingsweigering.OutsidePeriod, Refusal(Regels, Vraag with { Dag = new(2027, 1, 1) }, ruimte));
        Assert.Equal(Vergoedingsweigering.NotEligible, Refusal(Regels, Vraag with { Gebied = "overvecht" }, ruimte));
        Assert.Equal(Vergoedingsweigering.NotEligible, Refusal(Regels, Vraag with { Dimensies = ["meedoen"] }, ruimte));
        Assert.Equal(Vergoedingsweigering.NothingToPay, Refusal(Regels, Vraag with { PrijsCenten = 0 }, ruimte));
        Assert.Equal(Vergoedingsweigering.NothingToPay, Refusal(Regels with { EigenBijdrage = new(EigenBijdragesoort.Vast, 1_000) }, Vraag, ruimte));
        Assert.Equal(Vergoedingsweigering.NoMember, Refusal(Regels, Vraag, ruimte with { LidRuimteCenten = null }));
        Assert.Equal(Vergoedingsweigering.MaximumReached, Refusal(Regels, Vraag, ruimte with { LidRuimteCenten = 999 }));
        Assert.Equal(Vergoedingsweigering.NotEnough, Refusal(Regels, Vraag, ruimte with { VrijCenten = 999 }));
        Assert.Null(Refusal(Regels, Vraag, ruimte));
    }

    [Fact]
    public void An_activity_counts_for_the_dimension_that_the_budget_is_for_and_one_that_is_named_for_its_first()
    {
        Vergoedingsruimte ruimte = new(1_000, 1_000);

        Assert.Equal("zingeving", Vergoeding.Decide(Regels, Vraag, ruimte).Vergoeding!.Dimensie);
        Assert.Equal("meedoen", Vergoeding.Decide(Regels with { ActiviteitIds = [Activiteit], Dimensies = [] }, Vraag, ruimte).Vergoeding!.Dimensie);
    }

    [Theory]
    [InlineData("2026-10", "2026-10-31", null, Declaratiefout.NotOverYet)]
    [InlineData("2026-10", "2026-11-01", null, null)]
    [InlineData("2025-12", "2026-11-01", null, Declaratiefout.BeforePeriod)]
    [InlineData("2026-01", "2026-11-01", "2026-02-01", Declaratiefout.LaterMonthDeclared)]
    [InlineData("2026-03", "2026-11-01", "2026-02-01", null)]
    internal void Months_are_declared_in_order_and_when_they_are_over(string maand, string today, string? last, Declaratiefout? fault) =>
        Assert.Equal(fault, Declaratiemaand.Read(maand).Check(
            DateOnly.Parse(today), new(2026, 1, 1), last is null ? null : DateOnly.Parse(last)));

    private static Vergoedingsweigering? Refusal(Vergoedingsregels regels, Vergoedingsvraag vraag, Vergoedingsruimte ruimte) =>
        Vergoeding.Decide(regels, vraag, ruimte).Weigering;
}
