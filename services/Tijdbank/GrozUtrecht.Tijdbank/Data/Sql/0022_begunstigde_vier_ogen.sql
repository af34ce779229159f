-- Four eyes see the bank account too: who wrote it down does not approve a payout to it.
alter table begunstigde add column gewijzigd_door text check (length(gewijzigd_door) <= 200);
