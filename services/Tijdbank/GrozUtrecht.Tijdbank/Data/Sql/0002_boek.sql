-- Books transfers in the order given, in one round trip. Takes all locks first and in one order, so that calls cannot deadlock:
-- the ids (two calls with one id are then one after the other), then the accounts.
create function boek(
  p_ids uuid[], p_van uuid[], p_naar uuid[], p_minuten int[], p_partners uuid[], p_omschrijvingen text[], p_op timestamptz)
returns table (
  overboeking_id uuid, uitkomst text, nieuw boolean, geboekt_op timestamptz, saldo_naar_na_minuten bigint, versie_naar bigint)
language plpgsql as $$
declare
  opdracht record;
begin
  perform pg_advisory_xact_lock(slot.sleutel)
  from (select distinct hashtextextended(id::text, 0) as sleutel from unnest(p_ids) as id order by 1) as slot;

  perform 1 from rekening where id = any (p_van || p_naar) order by id for no key update;

  for opdracht in
    select * from unnest(p_ids, p_van, p_naar, p_minuten, p_partners, p_omschrijvingen)
      with ordinality as o (id, van, naar, minuten, partner, omschrijving, volgorde)
    order by volgorde
  loop
    return query select * from boek_een(
      opdracht.id, opdracht.van, opdracht.naar, opdracht.minuten, opdracht.partner, opdracht.omschrijving, p_op);
  end loop;
end $$;

-- One transfer of which both accounts are locked. An id that was seen before gets its first answer again.
create function boek_een(
  p_id uuid, p_van uuid, p_naar uuid, p_minuten int, p_partner uuid, p_omschrijving text, p_op timestamptz)
returns table (
  overboeking_id uuid, uitkomst text, nieuw boolean, geboekt_op timestamptz, saldo_naar_na_minuten bigint, versie_naar bigint)
language plpgsql as $$
declare
  reden text;
  saldo_van bigint;
  saldo_naar bigint;
  versie_na bigint;
begin
  return query select * from eerder_antwoord(p_id, p_van, p_naar, p_minuten, p_partner);
  if found then
    return;
  end if;

  reden := afwijsreden(p_van, p_naar, p_minuten, p_partner);
  if reden is not null then
    insert into overboeking_afgewezen (id, van_rekening_id, naar_rekening_id, duur_minuten, partner_id, reden, afgewezen_op)
    values (p_id, p_van, p_naar, p_minuten, p_partner, reden, p_op);
    return query select p_id, reden, true, null::timestamptz, null::bigint, null::bigint;
    return;
  end if;

  update rekening set saldo_minuten = saldo_minuten - p_minuten, versie = versie + 1
  where id = p_van returning saldo_minuten into saldo_van;
  update rekening set saldo_minuten = saldo_minuten + p_minuten, versie = versie + 1
  where id = p_naar returning saldo_minuten, versie into saldo_naar, versie_na;

  insert into overboeking (
    id, van_rekening_id, naar_rekening_id, saldo_van_na_minuten, saldo_naar_na_minuten, geboekt_op, partner_id, duur_minuten)
  values (p_id, p_van, p_naar, saldo_van, saldo_naar, p_op, p_partner, p_minuten);
  if p_omschrijving is not null then
    insert into overboeking_omschrijving (overboeking_id, tekst) values (p_id, p_omschrijving);
  end if;

  return query select p_id, 'geboekt', true, p_op, saldo_naar, versie_na;
end $$;

-- The text is no part of the content: it can have been erased since.
create function eerder_antwoord(p_id uuid, p_van uuid, p_naar uuid, p_minuten int, p_partner uuid)
returns table (
  overboeking_id uuid, uitkomst text, nieuw boolean, geboekt_op timestamptz, saldo_naar_na_minuten bigint, versie_naar bigint)
language sql as $$
  select
    eerder.id,
    case
      when (eerder.van_rekening_id, eerder.naar_rekening_id, eerder.duur_minuten) = (p_van, p_naar, p_minuten)
        and eerder.partner_id is not distinct from p_partner then eerder.uitkomst
      else 'andere-inhoud'
    end,
    false, eerder.geboekt_op, eerder.saldo_naar_na_minuten, null::bigint
  from (
    select o.id, o.van_rekening_id, o.naar_rekening_id, o.duur_minuten, o.partner_id, 'geboekt' as uitkomst,
      o.geboekt_op, o.saldo_naar_na_minuten
    from overboeking o where o.id = p_id
    union all
    select a.id, a.van_rekening_id, a.naar_rekening_id, a.duur_minuten, a.partner_id, a.reden, null, null
    from overboeking_afgewezen a where a.id = p_id
  ) as eerder
$$;

-- A partner sees both accounts and manages the one that pays; the platform (no partner) asks nobody.
create function afwijsreden(p_van uuid, p_naar uuid, p_minuten int, p_partner uuid) returns text language sql as $$
  select case
    when van.id is null or naar.id is null then 'rekening-onbekend'
    when p_partner is not null and (toegang_van.recht is null or toegang_naar.recht is null) then 'rekening-onbekend'
    when p_partner is not null and toegang_van.recht <> 'beheer' then 'rekening-niet-van-u'
    when van.gesloten_op is not null or naar.gesloten_op is not null then 'rekening-gesloten'
    when van.saldo_minuten - p_minuten < van.minimum_minuten then 'saldo-ontoereikend'
  end
  from (select p_van as van_id, p_naar as naar_id) as gevraagd
  left join rekening van on van.id = gevraagd.van_id
  left join rekening naar on naar.id = gevraagd.naar_id
  left join rekening_toegang toegang_van on (toegang_van.partner_id, toegang_van.rekening_id) = (p_partner, p_van)
  left join rekening_toegang toegang_naar on (toegang_naar.partner_id, toegang_naar.rekening_id) = (p_partner, p_naar)
$$;
