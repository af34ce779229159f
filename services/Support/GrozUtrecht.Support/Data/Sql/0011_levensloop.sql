-- What the round over hulpvragen and afspraken has to know: when to look again, and what was asked already.

ALTER TABLE hulpvragen
  -- When the next best helper is looked for; '-infinity': at once.
  ADD COLUMN zoeken_op timestamptz NOT NULL DEFAULT '-infinity',
  -- When to see whether its time is over.
  ADD COLUMN slotcontrole_op timestamptz;
UPDATE hulpvragen v SET slotcontrole_op = (SELECT max(tot) FROM beurten b CROSS JOIN unnest(b.vensters_tot) AS tot WHERE b.hulpvraag_id = v.id);
CREATE INDEX hulpvragen_to_search ON hulpvragen (zoeken_op) WHERE status = 'open' AND automatisch;
CREATE INDEX hulpvragen_to_settle ON hulpvragen (slotcontrole_op) WHERE status = 'open';

CREATE FUNCTION zet_slotcontrole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hulpvragen v SET slotcontrole_op = laatste.tot
  FROM (SELECT hulpvraag_id, max(tot) AS tot FROM nieuwe_beurten CROSS JOIN unnest(vensters_tot) AS tot GROUP BY hulpvraag_id) laatste
  WHERE v.id = laatste.hulpvraag_id;
  RETURN NULL;
END $$;
CREATE TRIGGER beurten_set_slotcontrole AFTER INSERT ON beurten REFERENCING NEW TABLE AS nieuwe_beurten
  FOR EACH STATEMENT EXECUTE FUNCTION zet_slotcontrole();

-- Whatever takes a helper away, by whichever program, lets the next one be looked for.
CREATE FUNCTION zoek_verder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hulpvragen SET zoeken_op = '-infinity' WHERE id = NEW.hulpvraag_id AND automatisch AND zoeken_op > '-infinity';
  RETURN NULL;
END $$;
CREATE TRIGGER voorstellen_search_on AFTER UPDATE OF status ON voorstellen
  FOR EACH ROW WHEN (OLD.status = 'voorgesteld' AND NEW.status <> 'voorgesteld') EXECUTE FUNCTION zoek_verder();
CREATE TRIGGER afspraken_search_on AFTER UPDATE OF status ON afspraken
  FOR EACH ROW WHEN (OLD.status <> 'niet-doorgegaan' AND NEW.status = 'niet-doorgegaan') EXECUTE FUNCTION zoek_verder();

-- A hulpvraag that opens again may come to a dead end again.
CREATE FUNCTION heropen_hulpvraag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.geescaleerd_op := NULL;
  NEW.zoeken_op := '-infinity';
  RETURN NEW;
END $$;
CREATE TRIGGER hulpvragen_reopen BEFORE UPDATE OF status ON hulpvragen
  FOR EACH ROW WHEN (OLD.status <> 'open' AND NEW.status = 'open') EXECUTE FUNCTION heropen_hulpvraag();

ALTER TABLE afspraken
  ADD COLUMN herinnerd_op timestamptz,
  -- How often both sides were asked whether it took place; 3: the buurtassistent was told that they did not answer.
  ADD COLUMN navraag integer NOT NULL DEFAULT 0 CHECK (navraag BETWEEN 0 AND 3),
  ADD COLUMN navragen_op timestamptz,
  ADD COLUMN afgemeld_op timestamptz,
  ADD COLUMN afgemeld_door text CHECK (afgemeld_door IN ('helper', 'hulpvrager')),
  ADD COLUMN afmeldcode text CHECK (afmeldcode IN ('ziek', 'verhinderd', 'niet-meer-nodig', 'persoonlijk', 'anders')),
  ADD COLUMN afmeldreden text CHECK (char_length(afmeldreden) BETWEEN 1 AND 500),
  ADD COLUMN laat_afgemeld boolean,
  -- Who did not show up.
  ADD COLUMN niet_verschenen text CHECK (niet_verschenen IN ('helper', 'hulpvrager')),
  ADD CHECK (num_nulls(afgemeld_op, afgemeld_door, afmeldcode, laat_afgemeld) IN (0, 4)),
  ADD CHECK (afgemeld_op IS NULL OR status = 'niet-doorgegaan'),
  ADD CHECK (afmeldreden IS NULL OR afgemeld_op IS NOT NULL),
  ADD CHECK (niet_verschenen IS NULL OR (status = 'niet-doorgegaan' AND afgemeld_op IS NULL));
UPDATE afspraken SET navragen_op = greatest(eindigt_op, aangemaakt_op);
CREATE INDEX afspraken_to_remind ON afspraken (begint_op) WHERE status = 'gepland' AND herinnerd_op IS NULL;
CREATE INDEX afspraken_to_ask ON afspraken (navragen_op) WHERE status IN ('gepland', 'minuten-verschillen');
-- How reliable a helper is, for who asks later; it never weighs in a score.
CREATE INDEX afspraken_not_kept ON afspraken (helper_id) WHERE niet_verschenen = 'helper' OR (laat_afgemeld AND afgemeld_door = 'helper');

-- Also for an appointment that a process of the previous release makes; what was registered afterwards is asked about at once.
CREATE FUNCTION zet_navraag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.navragen_op := coalesce(NEW.navragen_op, greatest(NEW.eindigt_op, NEW.aangemaakt_op));
  RETURN NEW;
END $$;
CREATE TRIGGER afspraken_set_navraag BEFORE INSERT ON afspraken FOR EACH ROW EXECUTE FUNCTION zet_navraag();
