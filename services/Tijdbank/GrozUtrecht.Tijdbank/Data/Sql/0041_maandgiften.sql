-- A gift that comes back every month. volgende_datum is when somebody must look at it again; who does so locks the row.
create table maandgift (
  id uuid primary key,
  partner_id uuid not null,
  van_rekening_id uuid not null references grootboek.rekening,
  naar_rekening_id uuid not null references grootboek.rekening,
  ontvanger_soort text not null check (ontvanger_soort in ('persoon', 'organisatie', 'wijkpot')),
  duur_minuten int not null check (duur_minuten between 1 and 10080),
  anoniem boolean not null,
  bericht text check (length(bericht) between 1 and 200),
  start_datum date not null,
  dag_van_de_maand int not null check (dag_van_de_maand between 1 and 28),
  eind_datum date check (eind_datum >= start_datum),
  status text not null check (status in ('actief', 'gestopt', 'afgelopen')),
  volgende_datum date,
  version bigint not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  check (van_rekening_id <> naar_rekening_id),
  check ((volgende_datum is not null) = (status = 'actief'))
);
create index maandgift_partner on maandgift (partner_id, id);
create index maandgift_volgende on maandgift (volgende_datum, id) where status = 'actief';
create index maandgift_van on maandgift (van_rekening_id);
create index maandgift_naar on maandgift (naar_rekening_id);

-- What came of one month: at most one gift, whoever runs the round and however often.
create table maandgift_beurt (
  maandgift_id uuid not null references maandgift,
  maand date not null check (extract(day from maand) = 1),
  pogingen int not null check (pogingen between 1 and 4),
  laatste_poging date not null,
  uitkomst smallint not null,
  gift_id uuid unique references gift deferrable initially deferred,
  primary key (maandgift_id, maand),
  check ((uitkomst = 0) = (gift_id is not null))
);
comment on column maandgift_beurt.uitkomst is 'What the ledger said at the last attempt; 0 is booked.';
