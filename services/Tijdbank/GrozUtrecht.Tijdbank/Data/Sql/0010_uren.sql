-- Hours as somebody reports them, until the other side has had its say. Once confirmed they are in the ledger; this row then says
-- where they come from, for reports, payouts and statements. bron and bron_id make the same report one row however it arrives.
create table urenregistratie (
  id uuid primary key,
  bron text not null check (length(bron) between 1 and 60),
  bron_id uuid not null,
  persoon_id uuid not null,
  voor_partner_id uuid,
  voor_persoon_id uuid,
  uren_soort text not null
    check (uren_soort in ('vrijwilligerswerk', 'mantelzorg', 'tegenprestatie', 'beroepspraktijkvorming', 'betaald')),
  uitgevoerd_datum date not null,
  begin_tijd time,
  duur_minuten int not null check (duur_minuten between 1 and 1440),
  postcode text check (postcode ~ '^[1-9][0-9]{3}$'),
  praktijkovereenkomst_id uuid,
  status text not null check (status in
    ('gemeld', 'gecorrigeerd', 'betwist', 'bevestigd', 'afgewezen', 'verlopen', 'ingetrokken', 'teruggeboekt')),
  gemeld_door text not null check (gemeld_door in ('werker', 'ontvanger')),
  melder_partner_id uuid,
  genoemd_door_client_id text check (length(genoemd_door_client_id) <= 200),
  gemeld_op timestamptz not null,
  wacht_sinds timestamptz not null,
  herinnerd_op timestamptz,
  rekening_id uuid references grootboek.rekening,
  overboeking_id uuid unique references grootboek.overboeking,
  uitbetaling_id uuid,
  urenverklaring_id uuid,
  versie bigint not null default 1,
  unique (bron, bron_id),
  check (num_nonnulls(voor_partner_id, voor_persoon_id) = 1),
  check (voor_persoon_id <> persoon_id),
  -- Only what was credited has a booking, and all that was credited has one.
  check ((status in ('bevestigd', 'teruggeboekt')) = (overboeking_id is not null)),
  check ((overboeking_id is null) = (rekening_id is null)),
  -- What was paid out or certified can no longer be taken back, whoever comes first.
  check (status = 'bevestigd' or (uitbetaling_id is null and urenverklaring_id is null))
);
create index urenregistratie_dag on urenregistratie (persoon_id, uitgevoerd_datum);
create index urenregistratie_voor_partner on urenregistratie (voor_partner_id, id);
create index urenregistratie_melder on urenregistratie (melder_partner_id, id) where melder_partner_id is not null;
create index urenregistratie_betwist on urenregistratie (id) where status = 'betwist';
create index urenregistratie_voor_persoon on urenregistratie (voor_persoon_id) where voor_persoon_id is not null;
create index urenregistratie_praktijkovereenkomst on urenregistratie (praktijkovereenkomst_id, id) where praktijkovereenkomst_id is not null;
create index urenregistratie_wacht on urenregistratie (wacht_sinds) where status in ('gemeld', 'gecorrigeerd');
comment on column urenregistratie.uitbetaling_id is 'Consumed by this payout; set with "where uitbetaling_id is null and status = ''bevestigd''".';
comment on column urenregistratie.urenverklaring_id is 'Stands on this hours statement, so that it cannot be taken back.';
comment on column urenregistratie.genoemd_door_client_id is 'The client that named the minutes on the table; another one must agree.';

-- Who did what, and when. volgnummer is the version of the registration after the step.
create table urenregistratie_stap (
  urenregistratie_id uuid not null references urenregistratie,
  volgnummer bigint not null,
  stap text not null check (stap in ('melden', 'bevestigen', 'corrigeren', 'aanvaarden', 'betwisten', 'toekennen', 'afwijzen',
    'intrekken', 'verlopen', 'terugboeken')),
  status text not null,
  duur_minuten int not null,
  partner_id uuid,
  client_id text check (length(client_id) <= 200),
  gezet_op timestamptz not null,
  primary key (urenregistratie_id, volgnummer)
);
comment on column urenregistratie_stap.partner_id is 'Null when the platform itself did it.';
create trigger onveranderlijk before update or delete or truncate on urenregistratie_stap
  for each statement execute function weiger_wijziging();

-- What people wrote with a step; the description of the work stands with the first. Apart, because it must be erasable.
create table urenregistratie_tekst (
  urenregistratie_id uuid not null,
  volgnummer bigint not null,
  tekst text not null check (length(tekst) between 1 and 500),
  primary key (urenregistratie_id, volgnummer),
  foreign key (urenregistratie_id, volgnummer) references urenregistratie_stap
);

-- One row for each person with hours, to lock: the hours of one day, and whether times overlap, are looked at by one at a time.
create table urenregistratie_persoon (persoon_id uuid primary key);

revoke update, delete on urenregistratie_stap from tijdbank_dienst;

-- Hours that were credited before there were registrations.
with eerder as (
  insert into urenregistratie (id, bron, bron_id, persoon_id, voor_partner_id, uren_soort, uitgevoerd_datum, duur_minuten, status, gemeld_door,
    gemeld_op, wacht_sinds, rekening_id, overboeking_id)
  select gen_random_uuid(), b.bron, b.bron_id, r.persoon_id, b.partner_id, b.uren_soort, b.uitgevoerd_datum, o.bedrag, 'bevestigd', 'werker',
    o.geboekt_op, o.geboekt_op, r.id, o.id
  from bijschrijving b join grootboek.overboeking o on o.id = b.overboeking_id join grootboek.rekening r on r.nummer = o.naar
  returning id, duur_minuten, voor_partner_id, gemeld_op
)
insert into urenregistratie_stap (urenregistratie_id, volgnummer, stap, status, duur_minuten, partner_id, gezet_op)
select id, 1, 'bevestigen', 'bevestigd', duur_minuten, voor_partner_id, gemeld_op from eerder;
