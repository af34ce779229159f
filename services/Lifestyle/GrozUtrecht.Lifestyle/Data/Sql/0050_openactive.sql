-- The OpenActive feeds as they are handed out, docs/adr/0029. One writer at a time renders what changed and numbers it; a page is then
-- nothing but a range of an index.
CREATE TABLE openactive_items (
  soort         text NOT NULL CHECK (soort IN ('SessionSeries', 'ScheduledSession')),
  id            uuid NOT NULL,
  modified      bigint NOT NULL CHECK (modified > 0),
  -- The JSON of the item; null is a tombstone.
  data          text CHECK (char_length(data) <= 40000),
  -- When nobody needs to read of it any more.
  tot           timestamptz,
  verwijderd_op timestamptz,
  PRIMARY KEY (soort, id),
  CONSTRAINT a_tombstone_has_a_moment CHECK ((data IS NULL) = (verwijderd_op IS NOT NULL))
);
CREATE UNIQUE INDEX openactive_items_in_order ON openactive_items (soort, modified, id);
CREATE INDEX openactive_items_to_end ON openactive_items (tot) WHERE data IS NOT NULL AND tot IS NOT NULL;
CREATE INDEX openactive_tombstones ON openactive_items (verwijderd_op) WHERE data IS NULL;

-- One row: whoever holds it is the writer, and no number is given out below the one that stands here.
CREATE TABLE openactive_stand (
  id       boolean PRIMARY KEY DEFAULT true CHECK (id),
  modified bigint NOT NULL CHECK (modified >= 0),
  -- What the items were rendered with. A newer shape or another address renders all of them again.
  vorm     integer NOT NULL,
  adres    text NOT NULL
);
INSERT INTO openactive_stand (modified, vorm, adres) VALUES (0, 0, '');

-- What changed since the writer last looked, written in the transaction of the change itself: the change and its mark become visible
-- together or not at all. Nothing is unique here, so that no transaction ever waits for another one's mark.
CREATE TABLE openactive_wijzigingen (
  nr           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- aanbieder: all of its activities. activiteit: its series and all sessions. reeks: its series only. sessie: one session.
  soort        text NOT NULL CHECK (soort IN ('aanbieder', 'activiteit', 'reeks', 'sessie')),
  id           uuid NOT NULL,
  -- Only the number of places changed, which may wait.
  alleen_bezet boolean NOT NULL DEFAULT false
);

CREATE FUNCTION mark_openactive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO openactive_wijzigingen (soort, id) VALUES (TG_ARGV[0], coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;

CREATE FUNCTION mark_openactive_sessie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO openactive_wijzigingen (soort, id)
  VALUES ('sessie', coalesce(NEW.id, OLD.id)), ('reeks', coalesce(NEW.activiteit_id, OLD.activiteit_id));
  RETURN NULL;
END $$;

CREATE FUNCTION mark_openactive_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO openactive_wijzigingen (soort, id, alleen_bezet) VALUES ('sessie', NEW.id, true);
  RETURN NULL;
END $$;

CREATE TRIGGER mark_openactive
  AFTER INSERT OR DELETE OR UPDATE OF
    status, naam, omschrijving, dimensies, drempels, postcode, locatienaam, prijs_centen, capaciteit, aanbieder_id, openactive_concept
  ON activiteiten FOR EACH ROW EXECUTE FUNCTION mark_openactive('activiteit');

CREATE TRIGGER mark_openactive
  AFTER UPDATE OF status, naam, soort, website ON aanbieders FOR EACH ROW EXECUTE FUNCTION mark_openactive('aanbieder');

CREATE TRIGGER mark_openactive
  AFTER INSERT OR DELETE OR UPDATE OF activiteit_id, begint_op, eindigt_op, sessie_status, soort, capaciteit, postcode, locatienaam
  ON sessies FOR EACH ROW EXECUTE FUNCTION mark_openactive_sessie();

CREATE TRIGGER mark_openactive_places
  AFTER UPDATE OF bezet ON sessies FOR EACH ROW WHEN (OLD.bezet <> NEW.bezet) EXECUTE FUNCTION mark_openactive_places();
