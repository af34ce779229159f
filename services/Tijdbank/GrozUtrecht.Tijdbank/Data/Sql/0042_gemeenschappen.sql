-- A group of accounts with rules of its own.
create table gemeenschap (
  id uuid primary key,
  partner_id uuid not null,
  naam text not null check (length(naam) between 1 and 80),
  gebied text not null check (length(gebied) between 1 and 40),
  werkwijze text not null check (werkwijze in ('besteden', 'tellen')),
  minimum_minuten int not null check (minimum_minuten between -2400 and 0),
  maximum_minuten int check (maximum_minuten between 1 and 60000),
  signaalgrens_minuten int not null check (signaalgrens_minuten between 0 and 2400),
  version bigint not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null
);
comment on column gemeenschap.partner_id is 'Who runs it.';

create table rekening_gemeenschap (
  rekening_id uuid primary key references grootboek.rekening,
  gemeenschap_id uuid not null references gemeenschap,
  toegewezen_op timestamptz not null
);
create index rekening_gemeenschap_gemeenschap on rekening_gemeenschap (gemeenschap_id, rekening_id);

-- What an account is allowed of its own; null is what its community allows, or the usual.
create table rekening_limiet (
  rekening_id uuid primary key references grootboek.rekening,
  minimum_minuten int check (minimum_minuten between -2400 and 0),
  maximum_minuten int check (maximum_minuten between 1 and 60000)
);

-- What must hold for each account by the rules of its community and its own. grootboek.stand holds what does hold.
create view rekening_regels as
select r.id as rekening_id, g.id as gemeenschap_id,
  greatest(coalesce(l.minimum_minuten, g.minimum_minuten, 0), g.minimum_minuten)::bigint as minimum,
  least(l.maximum_minuten, g.maximum_minuten)::bigint as maximum,
  g.werkwijze is distinct from 'tellen' as besteedbaar
from grootboek.rekening as r
left join rekening_gemeenschap as rg on rg.rekening_id = r.id
left join gemeenschap as g on g.id = rg.gemeenschap_id
left join rekening_limiet as l on l.rekening_id = r.id
where r.soort in ('persoon', 'organisatie') and r.eenheid = 1 and r.gesloten_op is null;
