-- What school and organisation agree on for one student. It counts from the moment that the one who did not propose the last
-- version signs it; from then on nothing in it changes.
create table praktijkovereenkomst (
  id uuid primary key,
  persoon_id uuid not null,
  school_partner_id uuid not null,
  organisatie_partner_id uuid not null,
  opleiding text not null check (length(opleiding) between 1 and 120),
  opleidingscode text check (opleidingscode ~ '^[0-9]{5}$'),
  begin_datum date not null,
  eind_datum date not null,
  uren_minuten int not null check (uren_minuten between 60 and 300000),
  werkprocessen text[] not null check (cardinality(werkprocessen) <= 20),
  voorgesteld_door uuid not null,
  getekend_op timestamptz,
  beeindigd_op timestamptz,
  versie bigint not null default 1,
  aangemaakt_op timestamptz not null,
  check (school_partner_id <> organisatie_partner_id),
  check (voorgesteld_door in (school_partner_id, organisatie_partner_id)),
  check (eind_datum between begin_datum and begin_datum + 2200),
  check (beeindigd_op is null or getekend_op is not null)
);
create index praktijkovereenkomst_school on praktijkovereenkomst (school_partner_id, id);
create index praktijkovereenkomst_organisatie on praktijkovereenkomst (organisatie_partner_id, id);
create index praktijkovereenkomst_persoon on praktijkovereenkomst (persoon_id);
create index praktijkovereenkomst_eind on praktijkovereenkomst (eind_datum);

create function weiger_wijziging_getekend() returns trigger language plpgsql as $$
begin
  if old.getekend_op is not null and (to_jsonb(new) - 'beeindigd_op' - 'versie') <> (to_jsonb(old) - 'beeindigd_op' - 'versie')
    or old.beeindigd_op is not null and new.beeindigd_op is distinct from old.beeindigd_op then
    raise exception 'a signed praktijkovereenkomst does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger getekend_staat_vast before update on praktijkovereenkomst
  for each row execute function weiger_wijziging_getekend();
create trigger onwisbaar before delete or truncate on praktijkovereenkomst
  for each statement execute function weiger_wijziging();

-- Who put which version forward or signed it.
create table praktijkovereenkomst_ondertekening (
  praktijkovereenkomst_id uuid not null references praktijkovereenkomst,
  versie bigint not null,
  partner_id uuid not null,
  client_id text not null check (length(client_id) <= 200),
  ondertekend_op timestamptz not null,
  primary key (praktijkovereenkomst_id, versie, partner_id)
);
create trigger onveranderlijk before update or delete or truncate on praktijkovereenkomst_ondertekening
  for each statement execute function weiger_wijziging();

-- Names and free text, apart: they go when the student is removed, and five years after the end.
create table praktijkovereenkomst_tekst (
  praktijkovereenkomst_id uuid primary key references praktijkovereenkomst,
  praktijkbegeleider text check (length(praktijkbegeleider) between 1 and 120),
  schoolbegeleider text check (length(schoolbegeleider) between 1 and 120),
  beeindigingsreden text check (length(beeindigingsreden) between 1 and 300)
);
