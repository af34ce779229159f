-- The same search, in words that leave the planner no choice. Asked for "naar = x order by volgnummer", it may read the whole ledger by
-- volgnummer when its statistics say that an account has many rows, and then one with few rows costs all rows of all others. Compared
-- as pairs, only the index over both is in this order.
create or replace function grootboek.eerste_vanaf(p_nummer int, p_op timestamptz) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare
  ruimte constant interval := '5 minutes';
  stap bigint := 1;
  eerder bigint := 0;
  grens bigint;
  van record;
  naar record;
  op timestamptz;
begin
  select o.van as nummer, o.volgnummer into van from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.van, o.volgnummer) <= (p_nummer, 9223372036854775807) order by o.van desc, o.volgnummer desc limit 1;
  select o.naar as nummer, o.volgnummer into naar from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.naar, o.volgnummer) <= (p_nummer, 9223372036854775807) order by o.naar desc, o.volgnummer desc limit 1;
  grens := greatest(case when van.nummer = p_nummer then van.volgnummer end, case when naar.nummer = p_nummer then naar.volgnummer end);
  while stap <= grens loop
    stap := stap * 2;
  end loop;

  while stap > 0 loop
    grens := eerder + stap;
    select o.van as nummer, o.volgnummer, o.geboekt_op into van from grootboek.overboeking as o
    where o.soort in (1, 3) and (o.van, o.volgnummer) <= (p_nummer, grens) order by o.van desc, o.volgnummer desc limit 1;
    select o.naar as nummer, o.volgnummer, o.geboekt_op into naar from grootboek.overboeking as o
    where o.soort in (1, 3) and (o.naar, o.volgnummer) <= (p_nummer, grens) order by o.naar desc, o.volgnummer desc limit 1;
    op := case
      when van.nummer = p_nummer and (naar.nummer is distinct from p_nummer or van.volgnummer > naar.volgnummer) then van.geboekt_op
      when naar.nummer = p_nummer then naar.geboekt_op
    end;
    if op is null or op < p_op - ruimte then
      eerder := grens;
    end if;
    stap := stap / 2;
  end loop;

  select o.volgnummer into van from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.van, o.volgnummer) > (p_nummer, eerder) and o.van <= p_nummer and o.geboekt_op >= p_op
  order by o.van, o.volgnummer limit 1;
  select o.volgnummer into naar from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.naar, o.volgnummer) > (p_nummer, eerder) and o.naar <= p_nummer and o.geboekt_op >= p_op
  order by o.naar, o.volgnummer limit 1;
  return least(van.volgnummer, naar.volgnummer);
end $$;

-- What was on the account just before this row: the balance that the row before it left, on whichever side it stood.
create function grootboek.saldo_voor(p_nummer int, p_volgnummer bigint) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare
  van record;
  naar record;
begin
  select o.van as nummer, o.volgnummer, o.saldo_van_na as saldo into van from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.van, o.volgnummer) < (p_nummer, p_volgnummer) order by o.van desc, o.volgnummer desc limit 1;
  select o.naar as nummer, o.volgnummer, o.saldo_naar_na as saldo into naar from grootboek.overboeking as o
  where o.soort in (1, 3) and (o.naar, o.volgnummer) < (p_nummer, p_volgnummer) order by o.naar desc, o.volgnummer desc limit 1;
  return case
    when van.nummer = p_nummer and (naar.nummer is distinct from p_nummer or van.volgnummer > naar.volgnummer) then van.saldo
    when naar.nummer = p_nummer then naar.saldo
    else 0
  end;
end $$;
revoke execute on function grootboek.saldo_voor from public;
grant execute on function grootboek.saldo_voor to tijdbank_dienst;
