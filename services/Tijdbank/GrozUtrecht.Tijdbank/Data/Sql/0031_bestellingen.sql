-- An order from an advertisement. The price is what was agreed when it was made. Who pays is koper, who delivers is aanbieder.
-- The ledger is written last in a transaction, so what refers to it is checked when that ends.
create table bestelling (
  id uuid primary key,
  advertentie_id uuid not null references advertentie,
  richting text not null check (richting in ('aanbod', 'vraag')),
  categorie text not null check (length(categorie) between 1 and 40),
  koper_rekening_id uuid not null references grootboek.rekening,
  aanbieder_rekening_id uuid not null references grootboek.rekening,
  aantal int check (aantal between 1 and 100),
  duur_minuten int check (duur_minuten between 1 and 2400),
  prijs_minuten int not null check (prijs_minuten between 0 and 10080),
  prijs_centen int check (prijs_centen between 0 and 5000000),
  status text not null check (status in (
    'voorgesteld', 'aangevraagd', 'aanvaard', 'geleverd', 'betwist',
    'voltooid', 'gedeeltelijk', 'teruggegeven', 'geweigerd', 'geannuleerd', 'verlopen')),
  reservering_id uuid unique references grootboek.overboeking deferrable initially deferred,
  overboeking_id uuid unique references grootboek.overboeking deferrable initially deferred,
  geboekt_minuten int check (geboekt_minuten between 0 and prijs_minuten),
  termijn_op timestamptz,
  herinneren_op timestamptz,
  version bigint not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  check (koper_rekening_id <> aanbieder_rekening_id),
  check ((aantal is null) <> (duur_minuten is null)),
  -- An order that is open ends by itself some day; one that has ended does not begin again.
  check ((termijn_op is not null) = (status in ('voorgesteld', 'aangevraagd', 'aanvaard', 'geleverd', 'betwist'))),
  check ((geboekt_minuten is not null) = (status in ('voltooid', 'gedeeltelijk'))),
  check (prijs_minuten = 0 or reservering_id is not null or status not in ('aangevraagd', 'aanvaard', 'geleverd', 'betwist', 'voltooid', 'gedeeltelijk'))
);
create index bestelling_koper on bestelling (koper_rekening_id, id);
create index bestelling_aanbieder on bestelling (aanbieder_rekening_id, id);
create index bestelling_advertentie on bestelling (advertentie_id);
create index bestelling_termijn on bestelling (termijn_op) where termijn_op is not null;
create index bestelling_herinneren on bestelling (herinneren_op) where herinneren_op is not null;
create index bestelling_betwist on bestelling (id) where status = 'betwist';
-- Who answered a request waits for the answer before answering it again.
create unique index bestelling_een_voorstel on bestelling (advertentie_id, aanbieder_rekening_id) where status = 'voorgesteld';
comment on column bestelling.prijs_centen is 'Told only: the two pay each other outside the Tijdbank.';

-- What happened to an order, and who said so.
create table bestelling_gebeurtenis (
  id bigint primary key generated always as identity,
  bestelling_id uuid not null references bestelling,
  handeling text not null check (length(handeling) between 1 and 20),
  partij text not null check (partij in ('koper', 'aanbieder', 'bemiddelaar', 'platform')),
  status_na text not null,
  version bigint not null,
  partner_id uuid,
  client_id text check (length(client_id) <= 200),
  opgetreden_op timestamptz not null
);
create index bestelling_gebeurtenis_bestelling on bestelling_gebeurtenis (bestelling_id, id);
create trigger onveranderlijk before update or delete or truncate on bestelling_gebeurtenis
  for each statement execute function weiger_wijziging();
revoke update, delete on bestelling_gebeurtenis from tijdbank_dienst;

-- What people wrote with it stands apart, because it can be erased.
create table bestelling_tekst (
  gebeurtenis_id bigint primary key references bestelling_gebeurtenis,
  tekst text not null check (length(tekst) between 1 and 500)
);
