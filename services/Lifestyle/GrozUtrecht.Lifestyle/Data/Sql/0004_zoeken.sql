-- Words as people in the Netherlands write them: "wandelen" is found by "wandel" and by "wandelingen".
ALTER TABLE activiteiten ADD COLUMN zoekwoorden tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('dutch'::regconfig, naam), 'A') || to_tsvector('dutch'::regconfig, omschrijving || ' ' || locatienaam)) STORED;
CREATE INDEX activiteiten_by_word ON activiteiten USING gin (zoekwoorden);

-- A search walks the sessions in order of time, of everything or of a few activities.
CREATE INDEX sessies_to_come ON sessies (begint_op, id) WHERE sessie_status = 'gepland';

-- The few sessions that are elsewhere than their activity.
CREATE INDEX sessies_elsewhere ON sessies (postcode, activiteit_id) WHERE postcode IS NOT NULL;
