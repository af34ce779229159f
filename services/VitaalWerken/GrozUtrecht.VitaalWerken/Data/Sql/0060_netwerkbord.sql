-- The board of a network reads the enrolments of all its programmes at once.
CREATE INDEX tellingen_of_programmas ON medewerkers.tellingen (programma_id, datum) INCLUDE (saldo) WHERE sessie_sleutel IS NULL;
