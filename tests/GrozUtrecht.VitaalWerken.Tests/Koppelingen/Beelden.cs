using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

/// <summary>Offers and questions for tests of the pure rules, on a line of places a kilometre apart.</summary>
internal static class Beelden
{
    public const int Vandaag = 740_000;

    public static readonly Guid EigenPartner = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static readonly Koppelvraag Vraag = new()
    {
        BedrijfId = Guid.Parse("00000000-0000-0000-0000-000000000002"),
        PartnerId = EigenPartner,
        Gebied = "nieuwegein",
        MetersFrom = [.. Enumerable.Range(0, 25).Select(place => place * 1_000)],
        Onderwerpen = [Onderwerp.Bewegen, Onderwerp.Slaap, Onderwerp.Voeding],
        Vormen = 1 << (int)Aanbodvorm.Workshop,
        Groepsgrootte = 12,
        MaximumPrijsCenten = 40_000,
        Dagdelen = 0b111,
        VanDag = Vandaag,
        TotEnMetDag = Vandaag + 99,
        Vandaag = Vandaag,
    };

    public static readonly AanbodProfiel Ideaal = new()
    {
        Id = Guid.Parse("00000000-0000-0000-0000-00000000000a"),
        Leverancier = new()
        {
            Id = Guid.Parse("00000000-0000-0000-0000-00000000000b"),
            PartnerId = Guid.Parse("00000000-0000-0000-0000-00000000000c"),
            Naam = "De Proef",
            Soort = "zzp",
            Status = LeverancierStatus.Actief,
            Plaats = 0,
        },
        IsActief = true,
        Titel = "Bewegen op je werk",
        Onderwerp = Onderwerp.Bewegen,
        Vorm = Aanbodvorm.Workshop,
        DuurMinuten = 120,
        GroepMinimum = 5,
        GroepMaximum = 20,
        Prijssoort = Prijssoort.Gratis,
        Gebieden = ["nieuwegein"],
        Beschikbaar = Dagdelen.All,
        Leerplek = true,
    };

    public static Arbitrary<AanbodProfiel> Aanbod() => Arb.From(Generator());

    public static Gen<AanbodProfiel> Generator() =>
        from leverancier in Leveranciers()
        from onderwerp in Gen.Elements(Enum.GetValues<Onderwerp>())
        from vorm in Gen.Elements(Enum.GetValues<Aanbodvorm>())
        from prijssoort in Gen.Elements(Enum.GetValues<Prijssoort>())
        from centen in Gen.Choose(1, 60_000)
        from minimum in Gen.Choose(1, 20)
        from extra in Gen.Choose(0, 20)
        from beschikbaar in Gen.Choose(1, Dagdelen.All)
        from van in Gen.Choose(-150, 150)
        from dagen in Gen.Choose(0, 200)
        from flags in Gen.Choose(0, 63)
        from number in Gen.Choose(0, int.MaxValue)
        select new AanbodProfiel
        {
            Id = new Guid(number, 1, 1, new byte[8]),
            Leverancier = leverancier,
            IsActief = flags % 8 != 0,
            Titel = "Aanbod",
            Onderwerp = onderwerp,
            Vorm = vorm,
            DuurMinuten = 60,
            GroepMinimum = minimum,
            GroepMaximum = minimum + extra,
            Prijssoort = prijssoort,
            PrijsCenten = prijssoort == Prijssoort.Euro ? centen : null,
            Gebieden = flags % 5 == 0 ? ["papendorp"] : ["nieuwegein", "papendorp"],
            Beschikbaar = beschikbaar,
            VanDag = Vandaag + van,
            TotEnMetDag = Vandaag + van + dagen,
            Leerplek = flags % 2 == 0,
            GekoppeldMet = flags % 7 == 0 ? [Vraag.BedrijfId] : [],
        };

    private static Gen<LeverancierProfiel> Leveranciers() =>
        from number in Gen.Choose(0, 9)
        from plaats in Gen.Choose(0, 24)
        from voorgesteld in Gen.Choose(-200, 0)
        from gemaakt in Gen.Choose(0, 9)
        from status in Gen.Elements(LeverancierStatus.Actief, LeverancierStatus.Actief, LeverancierStatus.Gestopt)
        select new LeverancierProfiel
        {
            Id = new Guid(number, 2, 2, new byte[8]),
            PartnerId = number == 0 ? EigenPartner : new Guid(number, 3, 3, new byte[8]),
            Naam = "Leverancier",
            Soort = "zzp",
            Status = status,
            Plaats = plaats,
            LaatstVoorgesteldDag = gemaakt == 0 && plaats % 2 == 0 ? null : Vandaag + voorgesteld,
            GemaaktDagen = [.. Enumerable.Range(0, gemaakt).Select(index => Vandaag - 450 + (index * 50))],
        };
}
