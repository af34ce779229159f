-- The organisation signs off a week of confirmed practice hours; a later sign-off of the same week takes what was confirmed since.
create table urenaftekening (
  id uuid primary key,
  praktijkovereenkomst_id uuid not null references praktijkovereenkomst,
  week_begin_datum date not null check (extract(isodow from week_begin_datum) = 1),
  werkprocessen text[] not null check (cardinality(werkprocessen) <= 20),
  client_id text not null check (length(client_id) <= 200),
  duur_minuten int not null check (duur_minuten > 0),
  afgetekend_op timestamptz not null
);
create index urenaftekening_overeenkomst on urenaftekening (praktijkovereenkomst_id, id);

create table urenaftekening_regel (
  urenregistratie_id uuid primary key references urenregistratie,
  urenaftekening_id uuid not null references urenaftekening,
  uitgevoerd_datum date not null,
  duur_minuten int not null check (duur_minuten > 0)
);
create index urenaftekening_regel_aftekening on urenaftekening_regel (urenaftekening_id);
comment on column urenaftekening_regel.urenregistratie_id is 'Key: an hour is signed off once.';

-- The rules of Praktijkuur once more, against what is in the tables at that moment.
create function controleer_aftekening() returns trigger language plpgsql as $$
begin
  if not exists (
    select from urenaftekening a
    join praktijkovereenkomst p on p.id = a.praktijkovereenkomst_id
    join urenregistratie u on u.praktijkovereenkomst_id = p.id
    where a.id = new.urenaftekening_id and u.id = new.urenregistratie_id
      and u.persoon_id = p.persoon_id and u.voor_partner_id = p.organisatie_partner_id
      and u.uren_soort = 'beroepspraktijkvorming' and u.status = 'bevestigd'
      and u.duur_minuten = new.duur_minuten and u.uitgevoerd_datum = new.uitgevoerd_datum
      and u.uitgevoerd_datum between a.week_begin_datum and a.week_begin_datum + 6
      and u.uitgevoerd_datum between p.begin_datum and least(p.eind_datum, (p.beeindigd_op at time zone 'Europe/Amsterdam')::date)
      and p.getekend_op is not null) then
    raise exception 'these hours cannot be signed off under this agreement' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger controleer before insert on urenaftekening_regel for each row execute function controleer_aftekening();
create trigger onveranderlijk before update or delete or truncate on urenaftekening
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on urenaftekening_regel
  for each statement execute function weiger_wijziging();

-- What was signed off up to a day, issued once and never changed; the credential stands here as it was signed.
create sequence urenverklaring_nummer;
create table urenverklaring (
  id uuid primary key,
  nummer text not null unique check (nummer ~ '^[0-9]{4}-[0-9]{6,}$'),
  praktijkovereenkomst_id uuid not null references praktijkovereenkomst,
  begin_datum date not null,
  tot_en_met_datum date not null check (tot_en_met_datum >= begin_datum),
  duur_minuten int not null check (duur_minuten > 0),
  afgegeven_door uuid not null,
  afgegeven_op timestamptz not null,
  bewijs text not null check (length(bewijs) between 100 and 20000)
);
create index urenverklaring_overeenkomst on urenverklaring (praktijkovereenkomst_id, id);

create table urenverklaring_regel (
  urenverklaring_id uuid not null references urenverklaring,
  urenregistratie_id uuid not null references urenaftekening_regel,
  primary key (urenverklaring_id, urenregistratie_id)
);
create index urenverklaring_regel_uren on urenverklaring_regel (urenregistratie_id);
create trigger onveranderlijk before update or delete or truncate on urenverklaring
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on urenverklaring_regel
  for each statement execute function weiger_wijziging();

-- A statement that turned out to be wrong. The reason is free text and can be erased; that it was withdrawn cannot.
create table urenverklaring_intrekking (
  urenverklaring_id uuid primary key references urenverklaring,
  partner_id uuid not null,
  reden text check (length(reden) between 1 and 300),
  ingetrokken_op timestamptz not null
);
create trigger onwisbaar before delete or truncate on urenverklaring_intrekking
  for each statement execute function weiger_wijziging();
