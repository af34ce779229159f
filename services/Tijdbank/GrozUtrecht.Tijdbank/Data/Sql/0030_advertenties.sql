-- Text as it is searched: lower case, without diacritics and punctuation, so that "Crème" and "creme" are one word. Built from
-- immutable functions of PostgreSQL itself, because a generated column takes no other and an extension may not be there.
create function zoektekst(p_tekst text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    regexp_replace(lower(normalize(p_tekst, NFKD)), '[\u0300-\u036f]', '', 'g'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')
$$;

-- Every word must occur, in a form with the same stem or in one that begins as typed: the stem of "fiets" is not that of "fietsen",
-- and the last word may be unfinished, when its stem may be the beginning of another. Words such as "de" and "van" are left out.
create function zoekvraag(p_tekst text) returns tsquery language sql immutable strict parallel safe as $$
  select string_agg(format('(%s | %s)', stam, to_tsquery('simple', getypt || ':*')), ' & ')::tsquery
  from (
    select quote_literal(woord) as getypt,
      to_tsquery('dutch', quote_literal(woord) || case when volgorde = count(*) over () then ':*' else '' end) as stam
    from regexp_split_to_table(btrim(zoektekst(p_tekst)), ' +') with ordinality as o (woord, volgorde)
    where woord <> '') as woorden
  where numnode(stam) > 0
$$;

-- An offer or a request. It belongs to an account, so who manages the account manages it.
create table advertentie (
  id uuid primary key,
  rekening_id uuid not null references grootboek.rekening,
  richting text not null check (richting in ('aanbod', 'vraag')),
  soort text not null check (soort in ('tijd', 'dienst', 'product')),
  categorie text not null check (length(categorie) between 1 and 40),
  titel text check (length(titel) between 1 and 80),
  omschrijving text check (length(omschrijving) between 1 and 2000),
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}$'),
  prijs_minuten int not null check (prijs_minuten between 0 and 2400),
  prijs_per text not null check (prijs_per in ('uur', 'stuk')),
  prijs_centen int check (prijs_centen between 0 and 50000),
  voorraad int check (voorraad between 0 and 10000),
  geldig_tot_datum date not null,
  status text not null check (status in ('actief', 'gepauzeerd', 'gesloten')),
  version bigint not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  zoek tsvector not null generated always as (
    setweight(to_tsvector('dutch', zoektekst(coalesce(titel, ''))), 'A')
    || setweight(to_tsvector('dutch', zoektekst(coalesce(omschrijving, ''))), 'B')
    || setweight(to_tsvector('simple', zoektekst(coalesce(titel, '') || ' ' || coalesce(omschrijving, ''))), 'D')) stored,
  -- Only an erased advertisement has no words.
  check (status = 'gesloten' or (titel is not null and omschrijving is not null)),
  check ((soort = 'tijd' and prijs_per = 'uur') or soort = 'dienst' or (soort = 'product' and prijs_per = 'stuk')),
  check (soort = 'product' or (prijs_centen is null and voorraad is null))
);
comment on column advertentie.prijs_centen is 'Told only: the two pay each other outside the Tijdbank, which holds no money of persons.';

create index advertentie_zoek on advertentie using gin (zoek) where status = 'actief';
create index advertentie_postcode on advertentie (postcode, id) where status = 'actief';
create index advertentie_categorie on advertentie (categorie, id) where status = 'actief';
create index advertentie_rekening on advertentie (rekening_id, id);

-- How many exchanges an account completed, as either side. Counted when it happens: a sum over all orders would be made for every
-- line of every page of results.
create table ruil_teller (
  rekening_id uuid primary key references grootboek.rekening,
  aantal_voltooid int not null check (aantal_voltooid > 0)
);
