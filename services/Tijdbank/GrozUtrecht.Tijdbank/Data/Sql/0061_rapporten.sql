-- Reports as they were published. A report of a month is made once: a person that later moves, tells a birthday or is erased would
-- otherwise be the difference between two versions of it.
create table rapport (
  soort text not null check (soort in ('organisatie', 'gebied')),
  sleutel text not null check (length(sleutel) between 1 and 60),
  maand date not null check (extract(day from maand) = 1),
  inhoud jsonb not null,
  gepubliceerd_op timestamptz not null,
  primary key (soort, sleutel, maand)
);
comment on column rapport.sleutel is 'organisatie: the partner; gebied: the code of the area, or onbekend.';
create trigger onveranderlijk before update or delete or truncate on rapport
  for each statement execute function weiger_wijziging();
revoke update, delete on rapport from tijdbank_dienst;
