-- Where anonymous gifts pass, so that the statement of who receives names this account and not who gave. See docs/adr/0015-gifts.md.
insert into grootboek.rekening (id, soort, eenheid, naam, aangemaakt_op)
values ('00000000-0000-7000-8000-000000000005', 'systeem', 1, 'giften', now());

-- What a community fund is for. Its minutes are those of the account with the same id; each besteding is a transfer from it, of which
-- the description is the purpose.
create table wijkpot (
  id uuid primary key references grootboek.rekening,
  partner_id uuid not null,
  naam text not null check (length(naam) between 1 and 80),
  gebied text not null check (length(gebied) between 1 and 40),
  doel text not null check (length(doel) between 1 and 500),
  version bigint not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gesloten_op timestamptz
);
create index wijkpot_gebied on wijkpot (gebied, id);
create index wijkpot_partner on wijkpot (partner_id);

-- A gift as who receives it may know it. The ledger is written last in a transaction, so what refers to it is checked when that ends.
create table gift (
  id uuid primary key,
  volgnummer bigint not null generated always as identity unique,
  anoniem boolean not null,
  van_rekening_id uuid references grootboek.rekening,
  gever_partner_id uuid,
  naar_rekening_id uuid not null references grootboek.rekening,
  ontvanger_soort text not null check (ontvanger_soort in ('persoon', 'organisatie', 'wijkpot')),
  ontvanger_partner_id uuid,
  duur_minuten int not null check (duur_minuten between 1 and 10080),
  overboeking_id uuid not null unique references grootboek.overboeking deferrable initially deferred,
  gegeven_op timestamptz not null,
  constraint gift_gever check (num_nonnulls(van_rekening_id, gever_partner_id) = case when anoniem then 0 else 2 end)
);
create index gift_gegeven on gift (gever_partner_id, volgnummer) where not anoniem;
create index gift_ontvangen on gift (ontvanger_partner_id, volgnummer);
create index gift_naar on gift (naar_rekening_id);
create index gift_van on gift (van_rekening_id) where not anoniem;
comment on column gift.ontvanger_partner_id is 'Who manages the account that receives.';
comment on column gift.overboeking_id is 'The transfer to who receives.';

-- Who gave an anonymous gift. Read for who gave it only, and to count how many persons gave to a wijkpot.
create table gift_anoniem (
  gift_id uuid primary key references gift,
  van_rekening_id uuid not null references grootboek.rekening,
  partner_id uuid not null,
  overboeking_id uuid not null unique references grootboek.overboeking deferrable initially deferred
);
create index gift_anoniem_partner on gift_anoniem (partner_id);
create index gift_anoniem_van on gift_anoniem (van_rekening_id);
comment on column gift_anoniem.overboeking_id is 'The transfer from who gave to the account giften.';

-- What was written with it stands apart, because it can be erased.
create table gift_bericht (
  gift_id uuid primary key references gift,
  tekst text not null check (length(tekst) between 1 and 200)
);

create trigger onveranderlijk before update or delete or truncate on gift
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on gift_anoniem
  for each statement execute function weiger_wijziging();
revoke update, delete on gift, gift_anoniem from tijdbank_dienst;
