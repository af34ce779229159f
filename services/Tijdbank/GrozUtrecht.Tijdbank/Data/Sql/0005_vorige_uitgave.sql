-- For the release before this one, while it still runs beside it: its tables as views, its function as a translation. Nothing of this
-- release reads them, its role may not touch them, and a migration of the next release drops them.
alter table grootboek.rekening add column minimum_minuten bigint;
create view public.rekening as
select r.id, r.soort, r.persoon_id, r.naam, r.minimum_minuten, r.aangemaakt_op, r.gesloten_op,
  (select s.saldo from grootboek.stand as s where s.rekening_id = r.id) as saldo_minuten,
  (select s.versie from grootboek.stand as s where s.rekening_id = r.id) as versie
from grootboek.rekening as r;

create view public.overboeking as
select o.id, o.volgnummer, van.id as van_rekening_id, naar.id as naar_rekening_id, o.saldo_van_na as saldo_van_na_minuten,
  o.saldo_naar_na as saldo_naar_na_minuten, o.geboekt_op, o.partner_id, o.bedrag::int as duur_minuten
from grootboek.overboeking as o
join grootboek.rekening as van on van.nummer = o.van
join grootboek.rekening as naar on naar.nummer = o.naar
where o.soort in (1, 3) and van.eenheid = 1;

create function public.boek(
  p_ids uuid[], p_van uuid[], p_naar uuid[], p_minuten int[], p_partners uuid[], p_omschrijvingen text[], p_op timestamptz)
returns table (
  overboeking_id uuid, uitkomst text, nieuw boolean, geboekt_op timestamptz, saldo_naar_na_minuten bigint, versie_naar bigint)
language sql as $$
  with rekeningen as (select array_agg(distinct id order by id) as ids from unnest(p_van || p_naar) as id)
  select t.id,
    -- It knows fewer reasons: each new one is told as the nearest that it knows.
    case t.uitkomst
      when 0 then 'geboekt' when 1 then 'rekening-onbekend' when 2 then 'rekening-niet-van-u' when 3 then 'rekening-gesloten'
      when 4 then 'rekening-onbekend' when 5 then 'rekening-niet-van-u' when 13 then 'andere-inhoud' else 'saldo-ontoereikend'
    end,
    t.nieuw, t.geboekt_op, t.saldo_naar, t.versie_naar
  from rekeningen, lateral (
    select g.*, p_ids[g.volgorde] as id
    from grootboek.boek(
      rekeningen.ids, p_ids, array_fill(1::smallint, array[cardinality(p_ids)]),
      (select array_agg(array_position(rekeningen.ids, v.id) order by v.volgorde) from unnest(p_van) with ordinality as v (id, volgorde)),
      (select array_agg(array_position(rekeningen.ids, n.id) order by n.volgorde) from unnest(p_naar) with ordinality as n (id, volgorde)),
      p_minuten::bigint[], array_fill(1::smallint, array[cardinality(p_ids)]), p_partners, null, null, null, p_omschrijvingen, p_op)
      with ordinality as g (uitkomst, nieuw, geboekt_op, bedrag, saldo_van, saldo_naar, versie_naar, volgorde)
  ) as t
  order by t.volgorde
$$;

revoke all on public.rekening, public.overboeking from tijdbank_dienst;
revoke execute on function public.boek from public;
