-- The round that ends what is over looks only at registrations that are still open.
CREATE INDEX deelnames_open ON deelnames (sessie_id) WHERE status IN ('aangemeld', 'aangeboden', 'wachtlijst');
