-- Who offers activities. A coordinator verifies; only what a verified aanbieder offers goes out as open data.
CREATE TABLE aanbieders (
  id               uuid PRIMARY KEY,
  partner_id       uuid NOT NULL,
  version          bigint NOT NULL CHECK (version >= 1),
  soort            text NOT NULL CHECK (soort IN ('professional', 'ondernemer', 'actieve-bewoner', 'initiatief')),
  status           text NOT NULL CHECK (status IN ('aangemeld', 'geverifieerd', 'afgewezen', 'gestopt')),
  naam             text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  omschrijving     text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 2000),
  website          text CHECK (char_length(website) BETWEEN 8 AND 300),
  gebieden         text[] NOT NULL CHECK (cardinality(gebieden) BETWEEN 1 AND 20),
  beoordeling      text CHECK (char_length(beoordeling) BETWEEN 1 AND 500),
  beoordeeld_op    timestamptz,
  aangemaakt_op    timestamptz NOT NULL,
  gewijzigd_op     timestamptz NOT NULL,
  CONSTRAINT judged_has_a_moment CHECK (status NOT IN ('geverifieerd', 'afgewezen') OR beoordeeld_op IS NOT NULL)
);
CREATE INDEX aanbieders_by_partner ON aanbieders (partner_id, id);
CREATE INDEX aanbieders_to_judge ON aanbieders (id) WHERE status = 'aangemeld';

ALTER TABLE activiteiten
  ADD COLUMN aanbieder_id         uuid REFERENCES aanbieders (id),
  -- The concept of the OpenActive activity list, without its prefix; null when that list has no word for it.
  ADD COLUMN openactive_concept   text CHECK (char_length(openactive_concept) BETWEEN 1 AND 100),
  ADD COLUMN talen                text[] NOT NULL DEFAULT '{nl}' CHECK (cardinality(talen) BETWEEN 1 AND 10),
  -- How long somebody on the waiting list may think about a place that came free.
  ADD COLUMN bedenktijd_minuten   integer NOT NULL DEFAULT 1440 CHECK (bedenktijd_minuten BETWEEN 30 AND 10080);
CREATE INDEX activiteiten_by_aanbieder ON activiteiten (aanbieder_id, id) WHERE aanbieder_id IS NOT NULL;

ALTER TABLE sessies
  ADD COLUMN soort             text NOT NULL DEFAULT 'regulier' CHECK (soort IN ('regulier', 'proeverij')),
  -- Not "status": the previous release joins activiteiten and would no longer know which status it asks for.
  ADD COLUMN sessie_status     text NOT NULL DEFAULT 'gepland' CHECK (sessie_status IN ('gepland', 'vervallen')),
  ADD COLUMN reeks_id          uuid,
  ADD COLUMN capaciteit        integer CHECK (capaciteit BETWEEN 0 AND 1000),
  ADD COLUMN bezet             integer NOT NULL DEFAULT 0,
  ADD COLUMN laatste_volgnummer integer NOT NULL DEFAULT 0 CHECK (laatste_volgnummer >= 0),
  -- Where it is when that is not where the activity is.
  ADD COLUMN postcode          text CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  ADD COLUMN locatienaam       text CHECK (char_length(locatienaam) BETWEEN 1 AND 120),
  ADD COLUMN gewijzigd_op      timestamptz;

UPDATE sessies SET capaciteit = activiteiten.capaciteit, gewijzigd_op = sessies.aangemaakt_op FROM activiteiten WHERE activiteiten.id = activiteit_id;

-- The previous release inserts sessions without these columns.
CREATE FUNCTION complete_sessie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.capaciteit := coalesce(NEW.capaciteit, (SELECT capaciteit FROM activiteiten WHERE id = NEW.activiteit_id));
  NEW.gewijzigd_op := coalesce(NEW.gewijzigd_op, NEW.aangemaakt_op);
  RETURN NEW;
END $$;
CREATE TRIGGER complete_sessie BEFORE INSERT ON sessies FOR EACH ROW EXECUTE FUNCTION complete_sessie();

ALTER TABLE sessies
  ALTER COLUMN capaciteit SET NOT NULL,
  ALTER COLUMN gewijzigd_op SET NOT NULL,
  -- Whatever the code does, there are never more people than places.
  ADD CONSTRAINT never_more_people_than_places CHECK (bezet BETWEEN 0 AND capaciteit),
  DROP CONSTRAINT sessies_do_not_overlap,
  ADD CONSTRAINT sessies_do_not_overlap EXCLUDE USING gist (activiteit_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
    WHERE (sessie_status = 'gepland' AND soort = 'regulier');
CREATE INDEX sessies_by_reeks ON sessies (reeks_id, begint_op) WHERE reeks_id IS NOT NULL;

-- How to reach somebody who takes part without being known to Identity; apart from everything else, so that it can be forgotten.
CREATE SCHEMA contact;
CREATE TABLE contact.gasten (
  id            uuid PRIMARY KEY,
  partner_id    uuid NOT NULL,
  naam          text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 80),
  bereikbaar_op text NOT NULL CHECK (char_length(bereikbaar_op) BETWEEN 5 AND 254),
  aangemaakt_op timestamptz NOT NULL,
  bewaren_tot   timestamptz NOT NULL,
  CONSTRAINT one_gast_per_contact UNIQUE (partner_id, bereikbaar_op)
);
CREATE INDEX gasten_to_forget ON contact.gasten (bewaren_tot);

-- One person at one session. The person is one of Identity's or a gast, until they are forgotten; the row and what it counts for stay.
CREATE TABLE deelnames (
  id               uuid PRIMARY KEY,
  partner_id       uuid NOT NULL,
  version          bigint NOT NULL CHECK (version >= 1),
  sessie_id        uuid NOT NULL REFERENCES sessies (id),
  activiteit_id    uuid NOT NULL REFERENCES activiteiten (id),
  persoon_id       uuid,
  gast_id          uuid,
  rol              text NOT NULL CHECK (rol IN ('deelnemer', 'gastheer')),
  kanaal           text NOT NULL CHECK (kanaal IN ('web', 'telefoon', 'balie', 'huisbezoek')),
  status           text NOT NULL CHECK (status IN ('aangemeld', 'wachtlijst', 'aangeboden', 'afgemeld', 'verlopen', 'vervallen', 'aanwezig', 'niet-verschenen')),
  volgnummer       integer NOT NULL CHECK (volgnummer >= 1),
  code             text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  proeverij_id     uuid,
  preventiebudget_id uuid,
  aangemeld_op     timestamptz NOT NULL,
  aangeboden_tot   timestamptz,
  afgemeld_op      timestamptz,
  ingecheckt_op    timestamptz,
  aanwezig_minuten integer CHECK (aanwezig_minuten BETWEEN 1 AND 720),
  gewist_op        timestamptz,
  CONSTRAINT somebody_until_forgotten CHECK ((persoon_id IS NULL) <> (gast_id IS NULL) OR (gewist_op IS NOT NULL AND persoon_id IS NULL AND gast_id IS NULL)),
  CONSTRAINT an_offer_has_a_deadline CHECK ((status = 'aangeboden') <= (aangeboden_tot IS NOT NULL)),
  CONSTRAINT who_was_there_has_minutes CHECK ((status = 'aanwezig') = (ingecheckt_op IS NOT NULL AND aanwezig_minuten IS NOT NULL)),
  CONSTRAINT one_number_per_sessie UNIQUE (sessie_id, volgnummer),
  CONSTRAINT one_code_per_sessie UNIQUE (sessie_id, code)
);
CREATE UNIQUE INDEX one_deelname_per_persoon ON deelnames (sessie_id, persoon_id)
  WHERE persoon_id IS NOT NULL AND status IN ('aangemeld', 'wachtlijst', 'aangeboden', 'aanwezig', 'niet-verschenen');
CREATE UNIQUE INDEX one_deelname_per_gast ON deelnames (sessie_id, gast_id)
  WHERE gast_id IS NOT NULL AND status IN ('aangemeld', 'wachtlijst', 'aangeboden', 'aanwezig', 'niet-verschenen');
CREATE INDEX deelnames_waiting ON deelnames (sessie_id, volgnummer) WHERE status = 'wachtlijst';
CREATE INDEX deelnames_offered ON deelnames (aangeboden_tot) WHERE status = 'aangeboden';
CREATE INDEX deelnames_by_persoon ON deelnames (persoon_id, id) WHERE persoon_id IS NOT NULL;
CREATE INDEX deelnames_by_gast ON deelnames (gast_id) WHERE gast_id IS NOT NULL;
CREATE INDEX deelnames_by_partner ON deelnames (partner_id, id);
CREATE INDEX deelnames_by_proeverij ON deelnames (proeverij_id, id) WHERE proeverij_id IS NOT NULL;

-- bezet counts the deelnemers who hold a place. Kept here, no code can forget it, and the check above refuses one too many.
CREATE FUNCTION holds_a_place(rol text, status text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN rol = 'deelnemer' AND status IN ('aangemeld', 'aangeboden', 'aanwezig', 'niet-verschenen') THEN 1 ELSE 0 END
$$;
CREATE FUNCTION count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change integer := holds_a_place(NEW.rol, NEW.status);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    change := change - holds_a_place(OLD.rol, OLD.status);
  END IF;
  IF change <> 0 THEN
    UPDATE sessies SET bezet = bezet + change WHERE id = NEW.sessie_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_places AFTER INSERT OR UPDATE OF status, rol ON deelnames FOR EACH ROW EXECUTE FUNCTION count_places();

-- Who was removed, as a hash: what arrives later about them is dropped.
CREATE TABLE verwijderde_personen (
  persoon_hash  bytea PRIMARY KEY CHECK (length(persoon_hash) = 32),
  verwijderd_op timestamptz NOT NULL
);
