-- What companies contribute to funds, as Vitaal Werken tells it: what became of each, whatever the order in which that was told. The fund
-- has no foreign key, since what is told can be wrong, and a refusal is kept too. See docs/adr/0038-contributions-and-orders.md.
create table wijkpot_bijdrage (
  bijdrage_id uuid primary key,
  versie bigint not null check (versie >= 0),
  status text not null check (status in ('nieuw', 'geboekt', 'geweigerd', 'terug-te-boeken', 'teruggeboekt', 'niet-geboekt')),
  bedrijf_id uuid not null,
  gebied text not null check (length(gebied) between 1 and 60),
  soort text not null check (soort in ('uren', 'producten')),
  wijkpot_id uuid not null,
  ontvanger_partner_id uuid not null,
  duur_minuten int not null check (duur_minuten between 1 and 600000),
  code text check (length(code) between 1 and 100),
  geboekt_op timestamptz,
  teruggeboekt_op timestamptz,
  volgende_poging_op timestamptz,
  constraint bijdrage_code check ((status = 'geweigerd') = (code is not null)),
  constraint bijdrage_geboekt check ((status in ('geboekt', 'terug-te-boeken', 'teruggeboekt')) = (geboekt_op is not null)),
  constraint bijdrage_teruggeboekt check ((status = 'teruggeboekt') = (teruggeboekt_op is not null)),
  constraint bijdrage_poging check ((status = 'terug-te-boeken') = (volgende_poging_op is not null))
);
create index wijkpot_bijdrage_wijkpot on wijkpot_bijdrage (wijkpot_id, bijdrage_id);
create index wijkpot_bijdrage_poging on wijkpot_bijdrage (volgende_poging_op) where volgende_poging_op is not null;
comment on column wijkpot_bijdrage.versie is 'The highest version of the contribution that was handled.';

-- Orders of other services that were paid in hours, or refused: one answer to each request, for ever.
create table verrekening (
  bron text not null check (length(bron) between 1 and 40),
  bron_id uuid not null,
  versie bigint not null,
  van_rekening_id uuid not null,
  naar_rekening_id uuid not null,
  duur_minuten int not null check (duur_minuten between 1 and 600000),
  code text check (length(code) between 1 and 100),
  beantwoord_op timestamptz not null,
  primary key (bron, bron_id, versie)
);
-- Whatever is asked, an order is paid once.
create unique index verrekening_eenmaal on verrekening (bron, bron_id) where code is null;
