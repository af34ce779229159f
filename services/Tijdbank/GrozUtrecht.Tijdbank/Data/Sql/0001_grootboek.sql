-- Accounts. The balance stands on the row, so that a limit is one CHECK and reading it needs no sum.
create table rekening (
  id uuid primary key,
  soort text not null check (soort in ('persoon', 'systeem')),
  persoon_id uuid unique,
  naam text unique check (length(naam) <= 40),
  saldo_minuten bigint not null default 0,
  minimum_minuten bigint,
  versie bigint not null default 0,
  aangemaakt_op timestamptz not null,
  gesloten_op timestamptz,
  -- A minimum of null is no minimum: only the platform's own accounts may go below zero without end.
  check (saldo_minuten >= minimum_minuten),
  check ((soort = 'persoon') = (persoon_id is not null)),
  check ((soort = 'systeem') = (naam is not null)),
  check (soort = 'systeem' or minimum_minuten is not null)
);

-- Hours come into being here: its balance is minus the sum of all others.
insert into rekening (id, soort, naam, aangemaakt_op) values ('00000000-0000-7000-8000-000000000001', 'systeem', 'uitgifte', now());

-- Which partner sees an account (inzage), and which may also spend from it (beheer).
create table rekening_toegang (
  rekening_id uuid not null references rekening,
  partner_id uuid not null,
  recht text not null check (recht in ('beheer', 'inzage')),
  verleend_op timestamptz not null,
  primary key (partner_id, rekening_id)
);
create index rekening_toegang_rekening on rekening_toegang (rekening_id);

-- The ledger: minutes from one account to another, with both balances after it. volgnummer rises per account, because it is
-- taken while both accounts are locked.
create table overboeking (
  id uuid primary key,
  volgnummer bigint not null generated always as identity,
  van_rekening_id uuid not null references rekening,
  naar_rekening_id uuid not null references rekening,
  saldo_van_na_minuten bigint not null,
  saldo_naar_na_minuten bigint not null,
  geboekt_op timestamptz not null,
  partner_id uuid,
  duur_minuten int not null check (duur_minuten between 1 and 10080),
  check (van_rekening_id <> naar_rekening_id)
);
create unique index overboeking_van on overboeking (van_rekening_id, volgnummer);
create unique index overboeking_naar on overboeking (naar_rekening_id, volgnummer);
comment on column overboeking.partner_id is 'The partner that asked for it; null when the platform booked it itself.';

-- Refused ids, so that a retry gets the answer of the first time whatever has changed since. No foreign keys: the account may not exist.
create table overboeking_afgewezen (
  id uuid primary key,
  van_rekening_id uuid not null,
  naar_rekening_id uuid not null,
  duur_minuten int not null,
  partner_id uuid,
  reden text not null check (reden in ('rekening-onbekend', 'rekening-niet-van-u', 'rekening-gesloten', 'saldo-ontoereikend')),
  afgewezen_op timestamptz not null
);

-- Free text stands apart from the ledger: it can hold personal data and must be erasable.
create table overboeking_omschrijving (
  overboeking_id uuid primary key references overboeking,
  tekst text not null check (length(tekst) between 1 and 200)
);

-- What credited hours come from. The unique key is the second lock on "exactly once", beside the derived id.
create table bijschrijving (
  overboeking_id uuid primary key references overboeking,
  partner_id uuid not null,
  bron text not null check (length(bron) between 1 and 60),
  bron_id uuid not null,
  uren_soort text not null
    check (uren_soort in ('vrijwilligerswerk', 'mantelzorg', 'tegenprestatie', 'beroepspraktijkvorming', 'betaald')),
  uitgevoerd_datum date not null,
  unique (bron, bron_id)
);

-- Written once. A mistake is corrected by a transfer the other way, never by changing what was written.
create function weiger_wijziging() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger onveranderlijk before update or delete or truncate on overboeking
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on overboeking_afgewezen
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on bijschrijving
  for each statement execute function weiger_wijziging();
