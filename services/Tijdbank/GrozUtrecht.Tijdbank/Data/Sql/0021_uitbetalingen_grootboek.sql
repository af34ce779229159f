-- A payout's row is written before the ledger is asked, because the ledger locks accounts and comes last; so the link is looked at
-- when the transaction ends.
alter table uitbetaling
  add foreign key (minuten_reservering_id) references grootboek.overboeking deferrable initially deferred,
  add foreign key (centen_reservering_id) references grootboek.overboeking deferrable initially deferred;
alter table storting
  add foreign key (rekening_id) references grootboek.rekening,
  add foreign key (overboeking_id) references grootboek.overboeking deferrable initially deferred;
