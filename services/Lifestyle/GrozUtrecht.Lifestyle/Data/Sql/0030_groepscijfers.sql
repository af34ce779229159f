-- Figures of groups, as they were published, and what must be remembered so that later ones cannot be subtracted from them (ADR 0027).
CREATE SCHEMA groepscijfers;

CREATE TABLE groepscijfers.momentopnamen (
  kwartaal   text PRIMARY KEY CHECK (kwartaal ~ '^20[0-9]{2}-K[1-4]$'),
  gemaakt_op timestamptz NOT NULL
);

-- What was measured of anybody: a small group must be able to say so for each.
CREATE TABLE groepscijfers.maten (
  vragenlijst text NOT NULL,
  versie      integer NOT NULL,
  dimensie    text NOT NULL,
  PRIMARY KEY (vragenlijst, versie, dimensie)
);

-- A set of people of whom a figure was published. Without all of its people it explains no other figure any more.
CREATE TABLE groepscijfers.groepen (
  id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  volledig boolean NOT NULL DEFAULT true
);

-- Who was in which sets, under the pseudonym and without scores. Only for the next momentopname; no route reads it.
CREATE TABLE groepscijfers.leden (
  pseudoniem uuid PRIMARY KEY,
  groep_ids  integer[] NOT NULL,
  -- Was in figures and withdrew: to come back with the same answers would make one person look like two.
  vergeten   boolean NOT NULL DEFAULT false,
  CONSTRAINT forgotten_is_in_no_set CHECK (NOT vergeten OR cardinality(groep_ids) = 0)
);

CREATE TABLE groepscijfers.cijfers (
  kwartaal    text NOT NULL REFERENCES groepscijfers.momentopnamen (kwartaal),
  vragenlijst text NOT NULL,
  versie      integer NOT NULL,
  dimensie    text NOT NULL,
  soort       text NOT NULL CHECK (soort IN ('programma', 'gebied', 'doelgroep', 'activiteit')),
  sleutel     text NOT NULL CHECK (char_length(sleutel) <= 60 AND (soort = 'programma') = (sleutel = '')),
  maanden     integer NOT NULL CHECK (maanden IN (0, 3, 6, 12)),
  deel        text NOT NULL CHECK (deel IN ('stand', 'verandering')),
  aantal      integer NOT NULL,
  gemiddelde  numeric(6, 1) NOT NULL,
  spreiding   numeric(6, 1) CHECK (spreiding > 0),
  -- The set that this figure made known; null when it followed from what was known.
  groep_id    integer REFERENCES groepscijfers.groepen (id),
  PRIMARY KEY (soort, sleutel, vragenlijst, versie, dimensie, maanden, deel, kwartaal),
  FOREIGN KEY (vragenlijst, versie, dimensie) REFERENCES groepscijfers.maten (vragenlijst, versie, dimensie),
  -- Whatever the code does, no smaller group is stored, and no exact number.
  CONSTRAINT at_least_fifteen_in_fives CHECK (aantal >= 15 AND aantal % 5 = 0),
  CONSTRAINT a_change_has_a_start CHECK (deel = 'stand' OR maanden > 0)
);

-- What was published stays as it was: a correction would be a difference.
CREATE FUNCTION groepscijfers.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A published figure never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE ON groepscijfers.momentopnamen FOR EACH ROW EXECUTE FUNCTION groepscijfers.refuse_change();
CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE ON groepscijfers.cijfers FOR EACH ROW EXECUTE FUNCTION groepscijfers.refuse_change();

-- Forgets in which sets somebody was; the sets only remember that they are not whole.
CREATE FUNCTION groepscijfers.vergeet(wie uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE groepscijfers.groepen SET volledig = false
  WHERE volledig AND id IN (SELECT unnest(groep_ids) FROM groepscijfers.leden WHERE pseudoniem = wie);
  UPDATE groepscijfers.leden SET groep_ids = '{}', vergeten = true WHERE pseudoniem = wie;
$$;

CREATE FUNCTION groepscijfers.forget_meting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM groepscijfers.vergeet(OLD.pseudoniem);
  RETURN NULL;
END $$;
CREATE TRIGGER forget_in_groups AFTER DELETE ON metingen.metingen FOR EACH ROW EXECUTE FUNCTION groepscijfers.forget_meting();

-- At the end of the transaction, because a yes to a newer text first ends the one to the older.
CREATE FUNCTION groepscijfers.forget_toestemming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM metingen.toestemmingen WHERE pseudoniem = OLD.pseudoniem AND doel = 'groepscijfers' AND ingetrokken_op IS NULL) THEN
    PERFORM groepscijfers.vergeet(OLD.pseudoniem);
  END IF;
  IF TG_OP = 'DELETE' OR NEW.pseudoniem IS NULL THEN
    DELETE FROM groepscijfers.leden WHERE pseudoniem = OLD.pseudoniem;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER forget_in_groups AFTER UPDATE OR DELETE ON metingen.toestemmingen DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.doel = 'groepscijfers' AND OLD.pseudoniem IS NOT NULL) EXECUTE FUNCTION groepscijfers.forget_toestemming();
