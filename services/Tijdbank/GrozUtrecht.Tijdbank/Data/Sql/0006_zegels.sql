-- The seal: a chain of hashes over the ledger in blocks. Of each row a part of its hash is kept, so that a row that was changed can be
-- named; the block's hash holds the whole of it and of the block before.
create table grootboek.zegel (
  nummer bigint primary key,
  eerste_volgnummer bigint not null,
  laatste_volgnummer bigint not null unique,
  aantal int not null,
  regels bytea not null,
  hash bytea not null,
  verzegeld_op timestamptz not null,
  check (nummer > 0 and laatste_volgnummer >= eerste_volgnummer and aantal between 1 and 1000
    and length(regels) = aantal * 8 and length(hash) = 32)
);

-- The head of the chain at the end of a day, as it was published: whoever kept it can tell whether the chain was written anew.
create table grootboek.dagzegel (
  datum date primary key,
  zegel_nummer bigint not null references grootboek.zegel,
  hash bytea not null,
  gepubliceerd_op timestamptz not null
);

create trigger onveranderlijk before update or delete or truncate on grootboek.zegel
  for each statement execute function weiger_wijziging();
create trigger onveranderlijk before update or delete or truncate on grootboek.dagzegel
  for each statement execute function weiger_wijziging();
grant select, insert on grootboek.zegel, grootboek.dagzegel to tijdbank_dienst;
-- To see which number was handed out last.
grant select on sequence grootboek.overboeking_volgnummer_seq to tijdbank_dienst;
