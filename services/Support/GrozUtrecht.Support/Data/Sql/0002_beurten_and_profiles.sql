-- A hulpvraag has one or more beurten, each with its vensters and its number of plekken; a helper has a profile and an agenda.

ALTER TABLE hulpvragen
  ADD COLUMN aantal_helpers integer NOT NULL DEFAULT 1 CHECK (aantal_helpers BETWEEN 1 AND 10),
  ADD COLUMN kanaal text NOT NULL DEFAULT 'web' CHECK (kanaal IN ('web', 'telefoon', 'balie', 'huisbezoek')),
  -- What a helper must have.
  ADD COLUMN vereiste_taal text CHECK (vereiste_taal ~ '^[a-z]{2}$'),
  ADD COLUMN vereiste_vaardigheden text[] NOT NULL DEFAULT '{}' CHECK (cardinality(vereiste_vaardigheden) <= 10),
  ADD COLUMN vog_vereist boolean NOT NULL DEFAULT false,
  ADD COLUMN auto_vereist boolean NOT NULL DEFAULT false,
  -- What makes one helper fit better than another.
  ADD COLUMN talen text[] NOT NULL DEFAULT '{}' CHECK (cardinality(talen) <= 10),
  ADD COLUMN gewenste_vaardigheden text[] NOT NULL DEFAULT '{}' CHECK (cardinality(gewenste_vaardigheden) <= 10),
  -- What a helper should know of the place: somebody may object to it.
  ADD COLUMN omstandigheden text[] NOT NULL DEFAULT '{}' CHECK (omstandigheden <@ ARRAY['huisdieren', 'rook', 'trappen']),
  ADD COLUMN patroon jsonb,
  -- Proposed one after the other by the platform itself, instead of by the partner.
  ADD COLUMN automatisch boolean NOT NULL DEFAULT false,
  -- The hulpvrager says yes to a helper too, before there is an appointment.
  ADD COLUMN zelf_kiezen boolean NOT NULL DEFAULT false,
  -- By then somebody has to be found, or the buurtassistent takes over; a process of the previous release sets none.
  ADD COLUMN uiterlijk_op timestamptz,
  ADD COLUMN geescaleerd_op timestamptz;
CREATE INDEX hulpvragen_due ON hulpvragen (uiterlijk_op) WHERE status = 'open' AND geescaleerd_op IS NULL;

-- Who asked for somebody else, and how that person agreed to it.
CREATE TABLE toestemmingen (
  hulpvraag_id uuid PRIMARY KEY REFERENCES hulpvragen,
  partner_id uuid NOT NULL,
  relatie text NOT NULL CHECK (relatie IN ('naaste', 'professional', 'buurtassistent')),
  aanmelder_persoon_id uuid,
  wijze text NOT NULL CHECK (wijze IN ('mondeling', 'schriftelijk', 'digitaal')),
  tekst_versie text NOT NULL CHECK (char_length(tekst_versie) BETWEEN 1 AND 50),
  vastgelegd_door text NOT NULL CHECK (char_length(vastgelegd_door) BETWEEN 1 AND 200),
  gegeven_op timestamptz NOT NULL,
  vastgelegd_op timestamptz NOT NULL,
  ingetrokken_op timestamptz,
  CHECK (ingetrokken_op >= gegeven_op)
);
CREATE INDEX toestemmingen_by_aanmelder ON toestemmingen (aanmelder_persoon_id);

-- One visit. The vensters are the times within which it may take place; one of them, not all.
CREATE TABLE beurten (
  id uuid PRIMARY KEY,
  hulpvraag_id uuid NOT NULL REFERENCES hulpvragen,
  volgnummer integer NOT NULL CHECK (volgnummer BETWEEN 1 AND 200),
  duur_minuten integer NOT NULL CHECK (duur_minuten BETWEEN 1 AND 1440),
  plekken integer NOT NULL CHECK (plekken BETWEEN 1 AND 10),
  vensters_van timestamptz[] NOT NULL,
  vensters_tot timestamptz[] NOT NULL,
  UNIQUE (hulpvraag_id, volgnummer),
  CHECK (cardinality(vensters_van) BETWEEN 1 AND 10 AND cardinality(vensters_van) = cardinality(vensters_tot))
);

INSERT INTO beurten (id, hulpvraag_id, volgnummer, duur_minuten, plekken, vensters_van, vensters_tot)
SELECT id, id, 1, duur_minuten, 1, ARRAY[begint_op], ARRAY[begint_op + make_interval(mins => duur_minuten)] FROM hulpvragen;

-- A process of the previous release knows no beurten: its hulpvraag gets one, under its own id, when the transaction ends.
CREATE FUNCTION geef_beurt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO beurten (id, hulpvraag_id, volgnummer, duur_minuten, plekken, vensters_van, vensters_tot)
  SELECT NEW.id, NEW.id, 1, NEW.duur_minuten, NEW.aantal_helpers, ARRAY[NEW.begint_op], ARRAY[NEW.begint_op + make_interval(mins => NEW.duur_minuten)]
  WHERE NOT EXISTS (SELECT FROM beurten WHERE hulpvraag_id = NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER hulpvragen_have_a_beurt AFTER INSERT ON hulpvragen DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION geef_beurt();

ALTER TABLE helpers
  ADD COLUMN soort text NOT NULL DEFAULT 'bewoner' CHECK (soort IN ('bewoner', 'mantelzorger', 'student', 'professional')),
  ADD COLUMN vaardigheden text[] NOT NULL DEFAULT '{}' CHECK (cardinality(vaardigheden) <= 20),
  ADD COLUMN auto boolean NOT NULL DEFAULT false,
  ADD COLUMN vog_geldig_tot_datum date,
  ADD COLUMN bezwaren text[] NOT NULL DEFAULT '{}' CHECK (bezwaren <@ ARRAY['huisdieren', 'rook', 'trappen']),
  -- Only goes together with this helper.
  ADD COLUMN maatje_id uuid REFERENCES helpers CHECK (maatje_id <> id),
  -- NULL: any time. Else [{"dag": "maandag", "van": "09:00", "tot": "12:00"}, …] on a Dutch wall clock.
  ADD COLUMN beschikbaarheid jsonb CHECK (jsonb_typeof(beschikbaarheid) = 'array'),
  -- [{"datum": "2027-01-01", "beschikbaar": false, "van": "00:00", "tot": "24:00"}, …]
  ADD COLUMN uitzonderingen jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(uitzonderingen) = 'array'),
  ADD COLUMN gepauzeerd_van_datum date,
  ADD COLUMN gepauzeerd_tot_datum date,
  ADD COLUMN version bigint NOT NULL DEFAULT 1 CHECK (version > 0),
  -- The transaction that last changed what matching knows of this helper, so that a copy in memory finds what is new.
  ADD COLUMN gewijzigd_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD CHECK (gepauzeerd_tot_datum >= gepauzeerd_van_datum);
CREATE INDEX helpers_by_change ON helpers (partner_id, gewijzigd_in);

-- An offer first: "ik kan op dinsdag rijden". It is time that the helper has, for these kinds of help.
CREATE TABLE aanbiedingen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  helper_id uuid NOT NULL REFERENCES helpers,
  categorieen text[] NOT NULL CHECK (cardinality(categorieen) BETWEEN 1 AND 7),
  van timestamptz NOT NULL,
  tot timestamptz NOT NULL,
  ingetrokken_op timestamptz,
  aangemaakt_op timestamptz NOT NULL,
  CHECK (tot > van AND tot <= van + interval '24 hours')
);
CREATE INDEX aanbiedingen_by_helper ON aanbiedingen (helper_id, tot) WHERE ingetrokken_op IS NULL;
CREATE INDEX aanbiedingen_by_partner ON aanbiedingen (partner_id, id);

-- A proposal says which beurten it is about and when each would begin.
CREATE TABLE voorstel_beurten (
  voorstel_id uuid NOT NULL REFERENCES voorstellen,
  beurt_id uuid NOT NULL REFERENCES beurten,
  begint_op timestamptz NOT NULL,
  PRIMARY KEY (voorstel_id, beurt_id)
);
CREATE INDEX voorstel_beurten_by_beurt ON voorstel_beurten (beurt_id);
INSERT INTO voorstel_beurten (voorstel_id, beurt_id, begint_op)
SELECT s.id, v.id, v.begint_op FROM voorstellen s JOIN hulpvragen v ON v.id = s.hulpvraag_id;

CREATE FUNCTION geef_voorstel_beurt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO voorstel_beurten (voorstel_id, beurt_id, begint_op)
  SELECT NEW.id, b.id, b.vensters_van[1] FROM beurten b
  WHERE b.hulpvraag_id = NEW.hulpvraag_id AND b.volgnummer = 1 AND NOT EXISTS (SELECT FROM voorstel_beurten WHERE voorstel_id = NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER voorstellen_have_a_beurt AFTER INSERT ON voorstellen DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION geef_voorstel_beurt();

-- Who was passed over because another said yes may be asked again when that one cancels.
ALTER TABLE voorstellen
  DROP CONSTRAINT voorstellen_hulpvraag_id_helper_id_key,
  DROP CONSTRAINT voorstellen_status_check,
  ADD CONSTRAINT voorstellen_status_check CHECK (status IN ('voorgesteld', 'aanvaard', 'afgewezen', 'verlopen', 'vervallen')),
  -- By then the helper answers, or the next one is asked; a process of the previous release sets none.
  ADD COLUMN antwoord_voor_op timestamptz,
  ADD COLUMN afwijzingscode text CHECK (afwijzingscode IN ('geen-tijd', 'te-ver', 'past-niet', 'persoonlijk', 'anders')),
  ADD COLUMN helper_akkoord_op timestamptz,
  ADD COLUMN hulpvrager_akkoord_op timestamptz;
CREATE UNIQUE INDEX voorstellen_one_per_helper ON voorstellen (hulpvraag_id, helper_id) WHERE status <> 'vervallen';
CREATE INDEX voorstellen_due ON voorstellen (antwoord_voor_op) WHERE status = 'voorgesteld';

-- An appointment fills one plek of one beurt.
DROP INDEX afspraken_one_per_hulpvraag;
ALTER TABLE afspraken
  DROP CONSTRAINT afspraken_voorstel_id_key,
  ADD COLUMN beurt_id uuid REFERENCES beurten,
  -- NULL for a maatje, who comes along and fills none.
  ADD COLUMN plek integer DEFAULT 1 CHECK (plek BETWEEN 1 AND 10);
UPDATE afspraken SET beurt_id = hulpvraag_id;
CREATE FUNCTION geef_afspraak_beurt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.beurt_id := coalesce(NEW.beurt_id, (SELECT id FROM beurten WHERE hulpvraag_id = NEW.hulpvraag_id AND volgnummer = 1));
  IF coalesce(NEW.plek, 1) > coalesce((SELECT plekken FROM beurten WHERE id = NEW.beurt_id AND hulpvraag_id = NEW.hulpvraag_id), 0) THEN
    RAISE EXCEPTION 'a beurt of this hulpvraag has no plek %', NEW.plek USING ERRCODE = 'check_violation', CONSTRAINT = 'afspraken_plek_exists';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER afspraken_have_a_plek BEFORE INSERT OR UPDATE OF beurt_id, plek ON afspraken
  FOR EACH ROW EXECUTE FUNCTION geef_afspraak_beurt();
ALTER TABLE afspraken ALTER COLUMN beurt_id SET NOT NULL;
CREATE UNIQUE INDEX afspraken_one_per_plek ON afspraken (beurt_id, plek) WHERE status <> 'niet-doorgegaan';
CREATE UNIQUE INDEX afspraken_one_per_helper_and_beurt ON afspraken (voorstel_id, beurt_id, helper_id);
CREATE INDEX afspraken_by_beurt ON afspraken (beurt_id);
CREATE INDEX afspraken_by_hulpvraag ON afspraken (hulpvraag_id);

-- Whatever changes what matching knows of a helper marks the helper; each of these holds the helper's row anyway.
CREATE FUNCTION merk_helper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE helpers SET gewijzigd_in = pg_current_xact_id() WHERE id = NEW.helper_id AND gewijzigd_in <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER afspraken_mark_helper AFTER INSERT OR UPDATE OF status, begint_op, eindigt_op ON afspraken FOR EACH ROW EXECUTE FUNCTION merk_helper();
CREATE TRIGGER aanbiedingen_mark_helper AFTER INSERT OR UPDATE ON aanbiedingen FOR EACH ROW EXECUTE FUNCTION merk_helper();

CREATE FUNCTION merk_gewijzigde_helper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.gewijzigd_in := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER helpers_mark_change BEFORE UPDATE ON helpers FOR EACH ROW EXECUTE FUNCTION merk_gewijzigde_helper();
