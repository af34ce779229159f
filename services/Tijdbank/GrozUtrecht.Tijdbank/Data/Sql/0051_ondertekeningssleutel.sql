-- Keys with which the Tijdbank signs statements. The newest signs; every one stays, so that what it signed can be verified for as
-- long as somebody keeps it. The private half is sealed under the key that is named beside it.
create table ondertekeningssleutel (
  id uuid primary key,
  x text not null check (length(x) = 43),
  y text not null check (length(y) = 43),
  sleutel_id text not null check (length(sleutel_id) between 1 and 40),
  verzegeld bytea not null check (octet_length(verzegeld) between 100 and 1000),
  gemaakt_op timestamptz not null
);
create trigger onveranderlijk before update or delete or truncate on ondertekeningssleutel
  for each statement execute function weiger_wijziging();
