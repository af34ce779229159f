-- Where a period of an account begins: the volgnummer of its first row that was booked at this moment or later; null when there is none.
-- volgnummer rises per account, because it is taken while the account is locked. geboekt_op comes from the clock of whoever asked, read
-- before it waited for that lock, so between neighbours it can run back a little. That "first row" is a cut all the same: rows are never
-- changed or put in between, so once there is one it stays, periods that follow each other hold each row once, and the closing balance of
-- the one is the opening balance of the next.
-- It is found by halving, with two index reads a step, for a moment that lies five minutes earlier: nobody waits that long for a lock, so
-- everything before that place was booked before the moment that was asked. From there it reads on.
create function grootboek.eerste_vanaf(p_nummer int, p_op timestamptz) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare
  ruimte constant interval := '5 minutes';
  laatste bigint;
  stap bigint := 1;
  eerder bigint := 0;
  op timestamptz;
begin
  select max(o.volgnummer) into laatste from (
    (select van.volgnummer from grootboek.overboeking as van where van.van = p_nummer and van.soort in (1, 3) order by van.volgnummer desc limit 1)
    union all
    (select naar.volgnummer from grootboek.overboeking as naar where naar.naar = p_nummer and naar.soort in (1, 3) order by naar.volgnummer desc limit 1)) as o;
  while stap <= laatste loop
    stap := stap * 2;
  end loop;

  while stap > 0 loop
    op := null;
    select o.geboekt_op into op from (
      (select van.volgnummer, van.geboekt_op from grootboek.overboeking as van
       where van.van = p_nummer and van.soort in (1, 3) and van.volgnummer <= eerder + stap order by van.volgnummer desc limit 1)
      union all
      (select naar.volgnummer, naar.geboekt_op from grootboek.overboeking as naar
       where naar.naar = p_nummer and naar.soort in (1, 3) and naar.volgnummer <= eerder + stap order by naar.volgnummer desc limit 1)) as o
    order by o.volgnummer desc limit 1;
    if op is null or op < p_op - ruimte then
      eerder := eerder + stap;
    end if;
    stap := stap / 2;
  end loop;

  return (
    select min(o.volgnummer) from (
      (select van.volgnummer from grootboek.overboeking as van
       where van.van = p_nummer and van.soort in (1, 3) and van.volgnummer > eerder and van.geboekt_op >= p_op order by van.volgnummer limit 1)
      union all
      (select naar.volgnummer from grootboek.overboeking as naar
       where naar.naar = p_nummer and naar.soort in (1, 3) and naar.volgnummer > eerder and naar.geboekt_op >= p_op order by naar.volgnummer limit 1)) as o);
end $$;
revoke execute on function grootboek.eerste_vanaf from public;
grant execute on function grootboek.eerste_vanaf to tijdbank_dienst;
