-- btree_gist lets one exclusion constraint combine "same activity" with "times overlap".
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE activiteiten (
  id              uuid PRIMARY KEY,
  partner_id      uuid NOT NULL,
  version         bigint NOT NULL CHECK (version >= 1),
  status          text NOT NULL CHECK (status IN ('concept', 'gepubliceerd', 'ingetrokken')),
  naam            text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  omschrijving    text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 4000),
  dimensies       text[] NOT NULL CHECK (cardinality(dimensies) BETWEEN 1 AND 6 AND dimensies <@ ARRAY[
                    'lichaamsfuncties', 'mentaal-welbevinden', 'zingeving', 'kwaliteit-van-leven', 'meedoen', 'dagelijks-functioneren']),
  drempels        text[] NOT NULL CHECK (cardinality(drempels) <= 8),
  postcode        text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  gebied          text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  locatienaam     text NOT NULL CHECK (char_length(locatienaam) BETWEEN 1 AND 120),
  prijs_centen    integer NOT NULL CHECK (prijs_centen BETWEEN 0 AND 100000),
  capaciteit      integer NOT NULL CHECK (capaciteit BETWEEN 1 AND 1000),
  aangemaakt_op   timestamptz NOT NULL,
  gewijzigd_op    timestamptz NOT NULL,
  gepubliceerd_op timestamptz,
  ingetrokken_op  timestamptz,
  CONSTRAINT gratis_has_no_price CHECK (prijs_centen = 0 OR NOT 'gratis' = ANY (drempels)),
  CONSTRAINT published_has_a_moment CHECK (status = 'concept' OR gepubliceerd_op IS NOT NULL),
  CONSTRAINT withdrawn_has_a_moment CHECK (status <> 'ingetrokken' OR ingetrokken_op IS NOT NULL)
);

-- Lists walk the ids in order: a partner's own activities, and the published offer by place.
CREATE INDEX activiteiten_by_partner ON activiteiten (partner_id, id);
CREATE INDEX activiteiten_published_by_postcode ON activiteiten (postcode, id) WHERE status = 'gepubliceerd';

CREATE TABLE sessies (
  id            uuid PRIMARY KEY,
  activiteit_id uuid NOT NULL REFERENCES activiteiten (id),
  begint_op     timestamptz NOT NULL,
  eindigt_op    timestamptz NOT NULL,
  aangemaakt_op timestamptz NOT NULL,
  CHECK (begint_op < eindigt_op),
  CONSTRAINT sessies_do_not_overlap EXCLUDE USING gist (activiteit_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
);

CREATE INDEX sessies_by_activiteit ON sessies (activiteit_id, begint_op);
