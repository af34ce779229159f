-- Who takes part, as far as rules and reports need it. Apart from the ledger, and gone when the person is.
create table deelnemer (
  persoon_id uuid primary key,
  geboortedatum date check (geboortedatum between '1900-01-01' and '2100-01-01'),
  postcode int check (postcode between 1000 and 9999),
  gewijzigd_op timestamptz not null
);
comment on table deelnemer is 'Age group and area of a person, for caps and reports. Erased with the person.';

-- Who is paid. Both texts are sealed (AES-256-GCM, key from configuration, bound to the person), so that a copy of the database pays nobody.
create table begunstigde (
  persoon_id uuid primary key,
  sleutel_id text not null check (length(sleutel_id) between 1 and 40),
  naam_verzegeld bytea not null check (length(naam_verzegeld) between 29 and 1000),
  iban_verzegeld bytea not null check (length(iban_verzegeld) between 29 and 100),
  gewijzigd_op timestamptz not null,
  verwijderd_op timestamptz,
  bewaren_tot date,
  check (bewaren_tot is null or verwijderd_op is not null)
);
create index begunstigde_verwijderd on begunstigde (verwijderd_op) where verwijderd_op is not null;
comment on column begunstigde.bewaren_tot is
  'Last day that tax law obliges to keep who was paid: seven years after the calendar year of the last settled payout. Set when the '
  'person is removed; the row is erased after that day, and at once when nothing was ever paid.';

-- The most that a volunteer may get untaxed. A year without a row pays nothing.
create table vergoedingsnorm (
  jaar int primary key check (jaar between 2000 and 2100),
  uur_vanaf21_centen int not null,
  uur_onder21_centen int not null,
  maand_centen int not null,
  jaar_centen int not null,
  bron text not null check (length(bron) between 1 and 200),
  gewijzigd_op timestamptz not null,
  check (uur_onder21_centen > 0 and uur_onder21_centen <= uur_vanaf21_centen
    and uur_vanaf21_centen <= maand_centen and maand_centen <= jaar_centen)
);
insert into vergoedingsnorm (jaar, uur_vanaf21_centen, uur_onder21_centen, maand_centen, jaar_centen, bron, gewijzigd_op)
select jaar, vanaf21, onder21, maand, per_jaar, 'Belastingdienst, vrijwilligersvergoeding, openbaar gepubliceerde bedragen 2021-2025', now()
from (values
  (2021, 500, 275, 18000, 180000),
  (2022, 500, 275, 18000, 180000),
  (2023, 500, 275, 19000, 190000),
  (2024, 550, 325, 21000, 210000),
  (2025, 560, 330, 21000, 210000)) as bekend (jaar, vanaf21, onder21, maand, per_jaar);

-- What a person got or is about to get, over all organisations: per month, and under month 0 per year. The check is the last lock
-- on the caps; whoever adds to it holds the row.
create table vergoedingsteller (
  persoon_id uuid not null,
  jaar int not null references vergoedingsnorm,
  maand int not null check (maand between 0 and 12),
  centen bigint not null default 0,
  maximum_centen bigint not null,
  primary key (persoon_id, jaar, maand),
  check (centen between 0 and maximum_centen)
);
create index vergoedingsteller_jaar on vergoedingsteller (jaar);

-- The bank account that an organisation pays from.
create table betaalrekening (
  partner_id uuid primary key,
  naam text not null check (length(naam) between 1 and 70),
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  bic text check (bic ~ '^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  gewijzigd_op timestamptz not null
);

-- Money that came in on the bank account for an organisation.
create table storting (
  id uuid primary key,
  partner_id uuid not null,
  rekening_id uuid not null,
  bedrag_centen bigint not null check (bedrag_centen between 1 and 100000000),
  bankreferentie text not null check (length(bankreferentie) between 1 and 70),
  overboeking_id uuid not null unique,
  client_id text not null check (length(client_id) <= 200),
  gestort_op timestamptz not null,
  unique (partner_id, bankreferentie)
);
create trigger onveranderlijk before update or delete or truncate on storting
  for each statement execute function weiger_wijziging();

-- Payments that went to the bank together. The file is made once and kept sealed, because it holds names and bank accounts.
create table betaalbatch (
  id uuid primary key,
  partner_id uuid not null,
  aantal int not null check (aantal between 1 and 1000),
  bedrag_centen bigint not null check (bedrag_centen > 0),
  uitvoer_datum date not null,
  sleutel_id text not null check (length(sleutel_id) between 1 and 40),
  bestand_verzegeld bytea,
  client_id text not null check (length(client_id) <= 200),
  aangemaakt_op timestamptz not null,
  bewaren_tot date not null
);
create index betaalbatch_partner on betaalbatch (partner_id, id);
create index betaalbatch_bewaren on betaalbatch (bewaren_tot) where bestand_verzegeld is not null;
comment on column betaalbatch.bewaren_tot is 'Seven years after the calendar year of the batch; the file is erased after that day, the sums stay.';

-- A payout: hours of one person that become money of one organisation. Pseudonymous; who is paid stands in begunstigde.
create table uitbetaling (
  id uuid primary key,
  partner_id uuid not null,
  persoon_id uuid not null,
  status text not null check (status in
    ('aangevraagd', 'goedgekeurd', 'afgekeurd', 'ingetrokken', 'in-batch', 'betaald', 'mislukt')),
  duur_minuten int not null check (duur_minuten > 0),
  tarief_centen int not null check (tarief_centen between 1 and 10000),
  onkosten_centen int not null check (onkosten_centen between 0 and 1000000),
  bedrag_centen bigint not null check (bedrag_centen > 0),
  uitleg text not null check (length(uitleg) <= 2000),
  minuten_reservering_id uuid not null unique,
  centen_reservering_id uuid not null unique,
  vervalt_op timestamptz not null,
  aangevraagd_door text not null check (length(aangevraagd_door) <= 200),
  aangevraagd_op timestamptz not null,
  goedgekeurd_door text check (length(goedgekeurd_door) <= 200),
  goedgekeurd_op timestamptz,
  batch_id uuid references betaalbatch,
  bankstatus text check (length(bankstatus) <= 35),
  redencode text check (length(redencode) <= 60),
  afgesloten_op timestamptz,
  versie bigint not null default 1,
  -- Four eyes: who asked never approves.
  check (goedgekeurd_door <> aangevraagd_door),
  check ((goedgekeurd_door is null) = (goedgekeurd_op is null)),
  check (status not in ('goedgekeurd', 'in-batch', 'betaald', 'mislukt') or goedgekeurd_door is not null),
  check ((batch_id is not null) = (status in ('in-batch', 'betaald', 'mislukt'))),
  check ((afgesloten_op is not null) = (status in ('afgekeurd', 'ingetrokken', 'betaald', 'mislukt')))
);
create index uitbetaling_partner on uitbetaling (partner_id, id);
create index uitbetaling_persoon on uitbetaling (persoon_id);
create index uitbetaling_batch on uitbetaling (batch_id) where batch_id is not null;
create index uitbetaling_wachtend on uitbetaling (vervalt_op) where status in ('aangevraagd', 'goedgekeurd');

-- Which hours it was for, also after it failed and the hours were asked for again.
create table uitbetaling_uren (
  uitbetaling_id uuid not null references uitbetaling,
  urenregistratie_id uuid not null,
  primary key (uitbetaling_id, urenregistratie_id)
);
create trigger onveranderlijk before update or delete or truncate on uitbetaling_uren
  for each statement execute function weiger_wijziging();

-- What it added to each counter, so that exactly that is taken off again.
create table uitbetaling_telling (
  uitbetaling_id uuid not null references uitbetaling,
  jaar int not null,
  maand int not null,
  centen bigint not null check (centen >= 0),
  primary key (uitbetaling_id, jaar, maand)
);
create trigger onveranderlijk before update or delete or truncate on uitbetaling_telling
  for each statement execute function weiger_wijziging();

-- Answers of the bank that were taken in. The file itself is not kept: it can hold names.
create table bankantwoord (
  betaalbatch_id uuid not null references betaalbatch,
  inhoud_hash bytea not null check (length(inhoud_hash) = 32),
  client_id text not null check (length(client_id) <= 200),
  ontvangen_op timestamptz not null,
  primary key (betaalbatch_id, inhoud_hash)
);
