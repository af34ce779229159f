-- Everything that matching knows of a helper marks the helper, whichever program writes it: a copy in memory relies on it.

CREATE OR REPLACE FUNCTION merk_helper() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.helper_id ELSE NEW.helper_id END;
BEGIN
  UPDATE helpers SET gewijzigd_in = pg_current_xact_id() WHERE id = changed AND gewijzigd_in <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER afspraken_gone_mark_helper AFTER DELETE ON afspraken FOR EACH ROW EXECUTE FUNCTION merk_helper();
CREATE TRIGGER aanbiedingen_gone_mark_helper AFTER DELETE ON aanbiedingen FOR EACH ROW EXECUTE FUNCTION merk_helper();

-- How often somebody was asked this week counts proposals.
CREATE TRIGGER voorstellen_mark_helper AFTER INSERT OR DELETE ON voorstellen FOR EACH ROW EXECUTE FUNCTION merk_helper();

-- Travelling between two appointments depends on where they are.
CREATE FUNCTION merk_helpers_van_hulpvraag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE helpers SET gewijzigd_in = pg_current_xact_id()
  WHERE id IN (SELECT helper_id FROM afspraken WHERE hulpvraag_id = NEW.id) AND gewijzigd_in <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER hulpvragen_mark_helpers AFTER UPDATE OF postcode ON hulpvragen
  FOR EACH ROW WHEN (OLD.postcode <> NEW.postcode) EXECUTE FUNCTION merk_helpers_van_hulpvraag();

-- Asks of the last week and offers are read per helper, for thousands of helpers at once when a copy is made.
CREATE INDEX voorstellen_by_helper_and_time ON voorstellen (helper_id, aangemaakt_op);
DROP INDEX voorstellen_by_helper;
