-- The first flow: helper and hulpvraag, voorstel, afspraak. Statuses are words, as in the API, so that a row can be read by a person.

-- uuid columns inside an exclusion constraint need it; a trusted extension, so the database's owner may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE helpers (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  persoon_id uuid,
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  categorieen text[] NOT NULL CHECK (cardinality(categorieen) BETWEEN 1 AND 7
    AND categorieen <@ ARRAY['boodschappen', 'gezelschap', 'vervoer', 'klussen', 'administratie', 'taal', 'respijt']),
  straal_kilometers integer NOT NULL CHECK (straal_kilometers BETWEEN 1 AND 50),
  maximum_minuten_per_week integer CHECK (maximum_minuten_per_week BETWEEN 15 AND 10080),
  talen text[] NOT NULL CHECK (cardinality(talen) <= 10),
  laatst_gevraagd_op timestamptz,
  aangemaakt_op timestamptz NOT NULL,
  verwijderd_op timestamptz,
  CHECK ((persoon_id IS NULL) = (verwijderd_op IS NOT NULL)),
  UNIQUE (partner_id, persoon_id)
);
CREATE INDEX helpers_by_postcode ON helpers (partner_id, postcode) WHERE verwijderd_op IS NULL;
CREATE INDEX helpers_by_persoon ON helpers (persoon_id);

CREATE TABLE hulpvragen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  persoon_id uuid,
  categorie text NOT NULL CHECK (categorie IN ('boodschappen', 'gezelschap', 'vervoer', 'klussen', 'administratie', 'taal', 'respijt')),
  omschrijving text CHECK (char_length(omschrijving) BETWEEN 1 AND 1000),
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  urgentie text NOT NULL CHECK (urgentie IN ('laag', 'normaal', 'hoog')),
  duur_minuten integer NOT NULL CHECK (duur_minuten BETWEEN 1 AND 1440),
  begint_op timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'gepland', 'vervuld', 'niet-vervuld', 'ingetrokken')),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  -- Nothing that is still going on lacks a person, and what a person wrote leaves together with the person.
  CHECK (persoon_id IS NOT NULL OR status NOT IN ('open', 'gepland')),
  CHECK ((persoon_id IS NULL) = (omschrijving IS NULL))
);
CREATE INDEX hulpvragen_by_partner ON hulpvragen (partner_id, status, id);
CREATE INDEX hulpvragen_by_persoon ON hulpvragen (persoon_id);

CREATE TABLE voorstellen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  hulpvraag_id uuid NOT NULL REFERENCES hulpvragen,
  helper_id uuid NOT NULL REFERENCES helpers,
  status text NOT NULL CHECK (status IN ('voorgesteld', 'aanvaard', 'afgewezen', 'vervallen')),
  score integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  redenen jsonb NOT NULL,
  afwijzingsreden text CHECK (char_length(afwijzingsreden) BETWEEN 1 AND 500),
  aangemaakt_op timestamptz NOT NULL,
  beantwoord_op timestamptz,
  CHECK (afwijzingsreden IS NULL OR status = 'afgewezen'),
  CHECK ((status = 'voorgesteld') = (beantwoord_op IS NULL)),
  -- A helper is asked once for the same hulpvraag.
  UNIQUE (hulpvraag_id, helper_id)
);
CREATE INDEX voorstellen_by_helper ON voorstellen (helper_id);

CREATE TABLE afspraken (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  hulpvraag_id uuid NOT NULL REFERENCES hulpvragen,
  voorstel_id uuid NOT NULL UNIQUE REFERENCES voorstellen,
  helper_id uuid NOT NULL REFERENCES helpers,
  duur_minuten integer NOT NULL CHECK (duur_minuten BETWEEN 1 AND 1440),
  begint_op timestamptz NOT NULL,
  eindigt_op timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('gepland', 'minuten-verschillen', 'uitgevoerd', 'niet-doorgegaan')),
  helper_doorgegaan boolean,
  helper_duur_minuten integer CHECK (helper_duur_minuten BETWEEN 0 AND 1440),
  hulpvrager_doorgegaan boolean,
  hulpvrager_duur_minuten integer CHECK (hulpvrager_duur_minuten BETWEEN 0 AND 1440),
  bijgeschreven_minuten integer CHECK (bijgeschreven_minuten BETWEEN 1 AND 1440),
  bijgeschreven_op timestamptz,
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  CHECK (eindigt_op > begint_op),
  CHECK ((helper_doorgegaan IS NULL) = (helper_duur_minuten IS NULL)),
  CHECK ((hulpvrager_doorgegaan IS NULL) = (hulpvrager_duur_minuten IS NULL)),
  -- Done means that both sides said so, with the same minutes.
  CHECK (status <> 'uitgevoerd' OR coalesce(
    helper_doorgegaan AND hulpvrager_doorgegaan AND helper_duur_minuten > 0 AND helper_duur_minuten = hulpvrager_duur_minuten, false)),
  CHECK ((bijgeschreven_op IS NULL) = (bijgeschreven_minuten IS NULL)),
  CHECK (bijgeschreven_op IS NULL OR status = 'uitgevoerd'),
  -- No helper is at two appointments at once.
  CONSTRAINT afspraken_no_double_booking EXCLUDE USING gist (helper_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
    WHERE (status <> 'niet-doorgegaan')
);
-- A hulpvraag has one appointment that counts.
CREATE UNIQUE INDEX afspraken_one_per_hulpvraag ON afspraken (hulpvraag_id) WHERE status <> 'niet-doorgegaan';
CREATE INDEX afspraken_by_helper ON afspraken (helper_id);
CREATE INDEX afspraken_by_partner ON afspraken (partner_id, status, id);

-- Remembers that a person was removed without remembering who: a hash of the id, so that nothing is registered for them afterwards.
CREATE TABLE verwijderde_personen (
  persoon_hash bytea PRIMARY KEY,
  verwijderd_op timestamptz NOT NULL
);
