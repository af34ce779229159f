-- Books orders in the sequence given, in one round trip: takes every lock first and in one order, so that calls cannot deadlock,
-- decides in memory one after the other, and writes rows and balances as sets.
--   p_rekening   the accounts of all orders, each once, in the order of their ids; p_van and p_naar are places in it
--   p_bedrag     null with soort 3 (afronding) means all that is held
--   p_partner    null: the platform itself asks, and no rights are looked at
--   p_groep      orders next to each other with one number happen all or none; null: each by itself
-- p_reservering, p_vervalt, p_groep and p_tekst may be null as a whole. An id, and a reservering, occur once in a call.
create function grootboek.boek(
  p_rekening uuid[], p_id uuid[], p_soort smallint[], p_van int[], p_naar int[], p_bedrag bigint[], p_eenheid smallint[],
  p_partner uuid[], p_reservering uuid[], p_vervalt timestamptz[], p_groep int[], p_tekst text[], p_op timestamptz)
returns table (uitkomst smallint, nieuw boolean, geboekt_op timestamptz, bedrag bigint, saldo_van bigint, saldo_naar bigint, versie_naar bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  aantal constant int := cardinality(p_id);
  -- The accounts as they are, then as each order leaves them.
  nummers int[]; saldi bigint[]; af bigint[]; bij bigint[]; minima bigint[]; maxima bigint[]; versies bigint[]; keren int[];
  eenheden smallint[]; open boolean[]; besteedbaar boolean[]; openbaar boolean[];
  -- The answer to each order.
  uit smallint[]; eerder smallint[]; vers boolean[]; op timestamptz[];
  bedragen bigint[] := p_bedrag;
  na_van bigint[]; na_naar bigint[]; na_versie bigint[];
  rechten smallint[];
  -- Of orders about a hold: what is held while it is open, and until when.
  gehouden bigint[]; houdt_tot timestamptz[]; bekend boolean[];
  i int; j int; v int; n int; b bigint; ruimte bigint; houdt bigint; code smallint; groep int; groep_begin int; groep_mis boolean;
  geweigerd boolean := false;
begin
  if aantal = 1 and p_soort[1] = 1 and p_reservering is null and p_tekst is null then
    return query select * from grootboek.boek_gewoon(p_rekening[p_van[1]], p_rekening[p_naar[1]], p_id[1], p_bedrag[1], p_eenheid[1], p_partner[1], p_op);
    if found then
      return;
    end if;
  end if;

  perform pg_advisory_xact_lock(slot.sleutel)
  from (select uuid_hash_extended(id, 0) as sleutel from unnest(p_id) as id order by 1) as slot;

  if p_reservering is not null then
    select met.rekening, met.van, met.naar into p_rekening, p_van, p_naar
    from grootboek.plaats_reserveringen(p_rekening, p_van, p_naar, p_reservering) as met;
  end if;

  -- The nested loop of a lateral join keeps the order of p_rekening: that is the order in which accounts are locked.
  select array_agg(r.nummer), array_agg(r.saldo), array_agg(r.gereserveerd_af), array_agg(r.gereserveerd_bij), array_agg(r.minimum),
    array_agg(r.maximum), array_agg(r.versie), array_agg(0), array_agg(r.eenheid), array_agg(r.open), array_agg(r.besteedbaar),
    array_agg(r.openbaar)
  into nummers, saldi, af, bij, minima, maxima, versies, keren, eenheden, open, besteedbaar, openbaar
  from unnest(p_rekening) as gevraagd (id)
  left join lateral (select * from grootboek.stand as x where x.rekening_id = gevraagd.id for no key update) as r on true;

  if exists (select from grootboek.overboeking as o where o.id = any (p_id)) or exists (select from grootboek.afwijzing as a where a.id = any (p_id)) then
    select array_agg(e.uitkomst), array_agg(e.geboekt_op), array_agg(e.bedrag), array_agg(e.saldo_van), array_agg(e.saldo_naar)
    into eerder, op, bedragen, na_van, na_naar
    from grootboek.eerder_antwoord(p_rekening, p_id, p_soort, p_van, p_naar, p_bedrag, p_eenheid, p_partner, p_reservering) as e;
  else
    op := array_fill(null::timestamptz, array[aantal]);
    na_van := array_fill(null::bigint, array[aantal]);
    na_naar := na_van;
  end if;

  if p_partner is not null then
    -- A partner manages the account that pays, and sees the one that receives; everybody may pay into those of organisations.
    select array_agg(case
      when p_partner[t.i] is null then 0
      when van.recht is null or (naar.recht is null and not openbaar[p_naar[t.i]]) then 1
      when van.recht <> 'beheer' then 2
      else 0 end::smallint order by t.i)
    into rechten
    from generate_series(1, aantal) as t (i)
    left join public.rekening_toegang as van on van.partner_id = p_partner[t.i] and van.rekening_id = p_rekening[p_van[t.i]]
    left join public.rekening_toegang as naar on naar.partner_id = p_partner[t.i] and naar.rekening_id = p_rekening[p_naar[t.i]];
  end if;

  if p_reservering is not null then
    select array_agg(h.bedrag order by t.i), array_agg(h.vervalt_op order by t.i), array_agg(o.id is not null order by t.i)
    into gehouden, houdt_tot, bekend
    from generate_series(1, aantal) as t (i)
    left join grootboek.reservering as h on h.id = p_reservering[t.i]
    left join grootboek.overboeking as o on o.id = p_reservering[t.i] and o.soort = 2;
  end if;

  uit := array_fill(0::smallint, array[aantal]);
  vers := array_fill(true, array[aantal]);
  na_versie := array_fill(null::bigint, array[aantal]);
  for i in 1..aantal loop
    v := p_van[i]; n := p_naar[i]; b := p_bedrag[i]; houdt := 0;
    if p_groep[i] is null or p_groep[i] is distinct from groep then
      groep := p_groep[i]; groep_begin := i; groep_mis := false;
    end if;

    if eerder[i] is not null then
      code := eerder[i]; uit[i] := code; vers[i] := false;
    else
      -- ruimte is what moves between the balances, houdt what moves between what is held.
      code := 0; ruimte := b;
      if p_soort[i] >= 3 then
        houdt := -gehouden[i];
        if not bekend[i] then code := 8;
        elsif gehouden[i] is null then code := 9;
        elsif p_soort[i] = 3 and houdt_tot[i] <= p_op then code := 10;
        elsif p_soort[i] = 3 and b > gehouden[i] then code := 11;
        elsif p_soort[i] = 3 and not (open[v] and open[n]) then code := 3;
        end if;
        b := case when p_soort[i] = 3 then coalesce(b, gehouden[i]) else gehouden[i] end;
        ruimte := case when p_soort[i] = 3 then b else 0 end;
      else
        if p_soort[i] = 2 then houdt := b; ruimte := 0; end if;
        if nummers[v] is null or nummers[n] is null or rechten[i] = 1 then code := 1;
        elsif rechten[i] = 2 then code := 2;
        elsif not (open[v] and open[n]) then code := 3;
        elsif eenheden[v] <> p_eenheid[i] or eenheden[n] <> p_eenheid[i] then code := 4;
        elsif p_partner[i] is not null and not besteedbaar[v] then code := 5;
        elsif saldi[v] - af[v] - b < minima[v] then code := 6;
        elsif saldi[n] + bij[n] + b > maxima[n] then code := 7;
        end if;
      end if;
      if groep_mis and code = 0 then code := 12; end if;
      uit[i] := code;
      if code = 0 then
        saldi[v] := saldi[v] - ruimte; saldi[n] := saldi[n] + ruimte;
        af[v] := af[v] + houdt; bij[n] := bij[n] + houdt;
        keren[v] := keren[v] + 1; keren[n] := keren[n] + 1;
        bedragen[i] := b; op[i] := p_op; na_van[i] := saldi[v]; na_naar[i] := saldi[n]; na_versie[i] := versies[n] + keren[n];
      end if;
    end if;

    geweigerd := geweigerd or code <> 0;
    if groep is not null and code <> 0 and not groep_mis then
      groep_mis := true;
      -- What the group did before this order is undone; it has not been written yet.
      for j in groep_begin..i - 1 loop
        if vers[j] and uit[j] = 0 then
          v := p_van[j]; n := p_naar[j];
          ruimte := case when p_soort[j] in (1, 3) then bedragen[j] else 0 end;
          houdt := case when p_soort[j] = 2 then bedragen[j] when p_soort[j] >= 3 then -gehouden[j] else 0 end;
          saldi[v] := saldi[v] + ruimte; saldi[n] := saldi[n] - ruimte;
          af[v] := af[v] - houdt; bij[n] := bij[n] - houdt;
          keren[v] := keren[v] - 1; keren[n] := keren[n] - 1;
          uit[j] := 12; op[j] := null; na_van[j] := null; na_naar[j] := null; na_versie[j] := null;
        end if;
      end loop;
    end if;
  end loop;

  -- One series and subscripts, because each array in an unnest is a scan of its own: for one order that took longer than all else.
  insert into grootboek.overboeking (geboekt_op, bedrag, saldo_van_na, saldo_naar_na, id, van, naar, soort, partner_id, reservering_id, vervalt_op)
  select p_op, bedragen[t.i], na_van[t.i], na_naar[t.i], p_id[t.i], nummers[p_van[t.i]], nummers[p_naar[t.i]], p_soort[t.i], p_partner[t.i],
    p_reservering[t.i], p_vervalt[t.i]
  from generate_series(1, aantal) as t (i) where uit[t.i] = 0 and vers[t.i];

  update grootboek.stand as r set saldo = saldi[t.i], gereserveerd_af = af[t.i], gereserveerd_bij = bij[t.i], versie = r.versie + keren[t.i]
  from generate_series(1, cardinality(p_rekening)) as t (i) where keren[t.i] > 0 and r.rekening_id = p_rekening[t.i];

  if p_vervalt is not null then
    insert into grootboek.reservering (id, bedrag, vervalt_op)
    select p_id[t.i], bedragen[t.i], p_vervalt[t.i]
    from generate_series(1, aantal) as t (i) where p_soort[t.i] = 2 and uit[t.i] = 0 and vers[t.i];
  end if;
  if p_reservering is not null then
    delete from grootboek.reservering as h using generate_series(1, aantal) as t (i)
    where h.id = p_reservering[t.i] and uit[t.i] = 0 and vers[t.i];
  end if;
  if p_tekst is not null then
    insert into public.overboeking_omschrijving (overboeking_id, tekst)
    select p_id[t.i], p_tekst[t.i] from generate_series(1, aantal) as t (i) where p_tekst[t.i] is not null and uit[t.i] = 0 and vers[t.i];
  end if;
  if geweigerd then
    insert into grootboek.afwijzing (id, soort, van, naar, bedrag, eenheid, partner_id, reservering_id, uitkomst, afgewezen_op)
    select p_id[t.i], p_soort[t.i], p_rekening[p_van[t.i]], p_rekening[p_naar[t.i]], p_bedrag[t.i], p_eenheid[t.i], p_partner[t.i],
      p_reservering[t.i], uit[t.i], p_op
    from generate_series(1, aantal) as t (i) where uit[t.i] > 0 and vers[t.i];
  end if;

  return query
  select uit[t.i], vers[t.i], op[t.i], bedragen[t.i], na_van[t.i], na_naar[t.i], na_versie[t.i] from generate_series(1, aantal) as t (i) order by t.i;
end $$;

-- The common case by itself, a transfer that meets no objection: as few statements as can be, so that a caller alone does not pay for
-- what only many need. When there is anything to object or to remember it takes everything back and answers nothing; then boek looks.
create function grootboek.boek_gewoon(p_van uuid, p_naar uuid, p_id uuid, p_bedrag bigint, p_eenheid smallint, p_partner uuid, p_op timestamptz)
returns table (uitkomst smallint, nieuw boolean, geboekt_op timestamptz, bedrag bigint, saldo_van bigint, saldo_naar bigint, versie_naar bigint)
language plpgsql as $$
declare
  beurt int;
  van int;
  naar int;
begin
  perform pg_advisory_xact_lock(uuid_hash_extended(p_id, 0));
  -- Twice round, so that the accounts are locked in the order of their ids.
  for beurt in 1..2 loop
    if (beurt = 1) = (p_van < p_naar) then
      update grootboek.stand as r set saldo = r.saldo - p_bedrag, versie = r.versie + 1
      where r.rekening_id = p_van and r.eenheid = p_eenheid and r.open
        and (r.minimum is null or r.saldo - r.gereserveerd_af - p_bedrag >= r.minimum)
        and (p_partner is null or (r.besteedbaar and exists (
          select from public.rekening_toegang as t where t.partner_id = p_partner and t.rekening_id = r.rekening_id and t.recht = 'beheer')))
      returning r.nummer, r.saldo into van, saldo_van;
    else
      update grootboek.stand as r set saldo = r.saldo + p_bedrag, versie = r.versie + 1
      where r.rekening_id = p_naar and r.eenheid = p_eenheid and r.open
        and (r.maximum is null or r.saldo + r.gereserveerd_bij + p_bedrag <= r.maximum)
        and (p_partner is null or r.openbaar or exists (
          select from public.rekening_toegang as t where t.partner_id = p_partner and t.rekening_id = r.rekening_id))
      returning r.nummer, r.saldo, r.versie into naar, saldo_naar, versie_naar;
    end if;
    if not found then
      raise sqlstate 'GB001';
    end if;
  end loop;

  insert into grootboek.overboeking (geboekt_op, bedrag, saldo_van_na, saldo_naar_na, id, van, naar, soort, partner_id)
  select p_op, p_bedrag, saldo_van, saldo_naar, p_id, van, naar, 1, p_partner
  where not exists (select from grootboek.afwijzing as a where a.id = p_id);
  if not found then
    raise sqlstate 'GB001';
  end if;

  uitkomst := 0; nieuw := true; geboekt_op := p_op; bedrag := p_bedrag;
  return next;
exception when sqlstate 'GB001' or unique_violation then
  return;
end $$;

-- Adds the accounts of the holds that are named, and says anew where each order's accounts stand.
create function grootboek.plaats_reserveringen(p_rekening uuid[], p_van int[], p_naar int[], p_reservering uuid[])
returns table (rekening uuid[], van int[], naar int[]) language sql stable as $$
  with gevraagd as (
    select o.volgorde, coalesce(hv.id, p_rekening[o.van]) as van, coalesce(hn.id, p_rekening[o.naar]) as naar
    from unnest(p_van, p_naar, p_reservering) with ordinality as o (van, naar, reservering, volgorde)
    left join grootboek.overboeking as h on h.id = o.reservering and h.soort = 2
    left join grootboek.rekening as hv on hv.nummer = h.van
    left join grootboek.rekening as hn on hn.nummer = h.naar
  ), alle as (
    select id, row_number() over (order by id)::int as plaats
    from (select van as id from gevraagd union select naar from gevraagd) as beide where id is not null
  )
  select
    coalesce((select array_agg(id order by plaats) from alle), '{}'),
    array_agg(v.plaats order by g.volgorde), array_agg(n.plaats order by g.volgorde)
  from gevraagd as g left join alle as v on v.id = g.van left join alle as n on n.id = g.naar
$$;

-- For each order what was answered before, or nulls. The text is no part of the content, since it can have been erased; nor is
-- the end of a hold, since a retry reckons it anew.
create function grootboek.eerder_antwoord(
  p_rekening uuid[], p_id uuid[], p_soort smallint[], p_van int[], p_naar int[], p_bedrag bigint[], p_eenheid smallint[],
  p_partner uuid[], p_reservering uuid[])
returns table (uitkomst smallint, geboekt_op timestamptz, bedrag bigint, saldo_van bigint, saldo_naar bigint) language sql stable as $$
  select
    case
      when o.id is not null and (o.soort <> t.soort or o.partner_id is distinct from t.partner or o.reservering_id is distinct from t.reservering
        or (t.soort < 3 and (van.id <> p_rekening[t.van] or naar.id <> p_rekening[t.naar] or o.bedrag <> t.bedrag))
        or (t.soort = 3 and o.bedrag <> coalesce(t.bedrag, houder.bedrag))) then 13
      when o.id is not null then 0
      when a.id is not null and (a.soort, a.bedrag, a.eenheid, a.partner_id, a.reservering_id)
        is distinct from (t.soort, t.bedrag, t.eenheid, t.partner, t.reservering) then 13
      when a.id is not null and a.soort < 3 and (a.van, a.naar) is distinct from (p_rekening[t.van], p_rekening[t.naar]) then 13
      else a.uitkomst
    end::smallint,
    o.geboekt_op, coalesce(o.bedrag, t.bedrag), o.saldo_van_na, o.saldo_naar_na
  from unnest(p_id, p_soort, p_van, p_naar, p_bedrag, p_eenheid, p_partner, p_reservering) with ordinality
    as t (id, soort, van, naar, bedrag, eenheid, partner, reservering, volgorde)
  left join grootboek.overboeking as o on o.id = t.id
  left join grootboek.rekening as van on van.nummer = o.van
  left join grootboek.rekening as naar on naar.nummer = o.naar
  left join grootboek.overboeking as houder on houder.id = o.reservering_id
  left join grootboek.afwijzing as a on a.id = t.id
  order by t.volgorde
$$;

revoke execute on all functions in schema grootboek from public;
grant execute on function grootboek.boek to tijdbank_dienst;
