-- A meeting on a company's floor that shows what is possible. Who comes is counted, never named.
CREATE TABLE inspiratiebijeenkomsten (
  id               uuid PRIMARY KEY,
  bedrijf_id       uuid NOT NULL REFERENCES bedrijven (id),
  gebied           text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  version          bigint NOT NULL CHECK (version >= 1),
  status           text NOT NULL,
  plek             text NOT NULL CHECK (char_length(plek) BETWEEN 1 AND 120),
  begint_op        timestamptz NOT NULL,
  eindigt_op       timestamptz NOT NULL,
  verwacht_aantal  integer NOT NULL CHECK (verwacht_aantal BETWEEN 1 AND 1000),
  aanwezig_aantal  integer CHECK (aanwezig_aantal BETWEEN 0 AND 2000),
  afspraken        text[] CHECK (cardinality(afspraken) BETWEEN 1 AND 5),
  opvolging_datum  date,
  -- The hash of the secret in the invitation link; one for everybody, so that it names nobody.
  link_hash        bytea UNIQUE CHECK (octet_length(link_hash) = 32),
  aangemaakt_op    timestamptz NOT NULL,
  gewijzigd_op     timestamptz NOT NULL,
  gehouden_op      timestamptz,
  opgevolgd_op     timestamptz,
  afgelast_op      timestamptz,
  -- Since when the interest is what it is.
  gesloten_op      timestamptz,
  belangstelling_aantal integer CHECK (belangstelling_aantal >= 5 AND belangstelling_aantal % 5 = 0),
  CHECK (begint_op < eindigt_op AND eindigt_op <= begint_op + interval '12 hours'),
  CHECK ((afspraken IS NULL) = (opvolging_datum IS NULL) AND (afspraken IS NULL) = (opgevolgd_op IS NULL)),
  CHECK (belangstelling_aantal IS NULL OR gesloten_op IS NOT NULL),
  CHECK (gesloten_op IS NULL OR link_hash IS NULL),
  CONSTRAINT inspiratie_status_has_its_moments CHECK (CASE status
    WHEN 'gepland' THEN num_nonnulls(gehouden_op, opgevolgd_op, afgelast_op, aanwezig_aantal) = 0
    WHEN 'gehouden' THEN num_nonnulls(gehouden_op, aanwezig_aantal) = 2 AND num_nonnulls(opgevolgd_op, afgelast_op) = 0
    WHEN 'opgevolgd' THEN num_nonnulls(gehouden_op, aanwezig_aantal, opgevolgd_op) = 3 AND afgelast_op IS NULL
    WHEN 'afgelast' THEN afgelast_op IS NOT NULL AND num_nonnulls(gehouden_op, opgevolgd_op, aanwezig_aantal, link_hash) = 0
    ELSE false
  END)
);
CREATE INDEX inspiratiebijeenkomsten_by_bedrijf ON inspiratiebijeenkomsten (bedrijf_id, id);
CREATE INDEX inspiratiebijeenkomsten_by_gebied ON inspiratiebijeenkomsten (gebied, id);
CREATE INDEX inspiratiebijeenkomsten_to_close ON inspiratiebijeenkomsten (eindigt_op) WHERE gesloten_op IS NULL AND status <> 'afgelast';
COMMENT ON COLUMN inspiratiebijeenkomsten.gehouden_op IS 'The moment at which the meeting ended, whenever that was reported: the fourteen days of the follow-up count from here.';

CREATE TABLE inspiratieonderdelen (
  bijeenkomst_id  uuid NOT NULL REFERENCES inspiratiebijeenkomsten (id),
  nummer          integer NOT NULL CHECK (nummer BETWEEN 1 AND 20),
  titel           text NOT NULL CHECK (char_length(titel) BETWEEN 1 AND 120),
  leverancier_id  uuid NOT NULL REFERENCES leveranciers (id),
  begint_op       timestamptz NOT NULL,
  eindigt_op      timestamptz NOT NULL,
  PRIMARY KEY (bijeenkomst_id, nummer),
  CHECK (begint_op < eindigt_op)
);

-- What somebody would like to know more of. No time, no order, and gone once the figures are made.
CREATE TABLE medewerkers.belangstelling (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bijeenkomst_id  uuid NOT NULL REFERENCES inspiratiebijeenkomsten (id),
  onderwerpen     text[] NOT NULL CHECK (cardinality(onderwerpen) BETWEEN 1 AND 5)
);
CREATE INDEX belangstelling_by_bijeenkomst ON medewerkers.belangstelling (bijeenkomst_id);

-- The figures, made once: only subjects that tell of enough people, in fives.
CREATE TABLE inspiratiebelangstelling (
  bijeenkomst_id  uuid NOT NULL REFERENCES inspiratiebijeenkomsten (id),
  onderwerp       text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  aantal          integer NOT NULL CHECK (aantal >= 5 AND aantal % 5 = 0),
  PRIMARY KEY (bijeenkomst_id, onderwerp)
);
