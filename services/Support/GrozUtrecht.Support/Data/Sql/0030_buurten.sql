-- Buurten of a partner, the buurtassistenten who work in them, and who is on duty when.

CREATE TABLE buurten (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  naam text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 80),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  UNIQUE (partner_id, naam),
  -- So that what refers to a buurt cannot refer to another partner's.
  UNIQUE (partner_id, id)
);

-- A postcode belongs to at most one buurt of a partner.
CREATE TABLE buurt_postcodes (
  partner_id uuid NOT NULL,
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  buurt_id uuid NOT NULL,
  PRIMARY KEY (partner_id, postcode),
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id)
);
CREATE INDEX buurt_postcodes_by_buurt ON buurt_postcodes (buurt_id);

CREATE TABLE buurtassistenten (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  persoon_id uuid,
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  verwijderd_op timestamptz,
  CHECK ((persoon_id IS NULL) = (verwijderd_op IS NOT NULL)),
  UNIQUE (partner_id, persoon_id),
  UNIQUE (partner_id, id)
);
CREATE INDEX buurtassistenten_by_persoon ON buurtassistenten (persoon_id);

CREATE TABLE buurtassistent_buurten (
  partner_id uuid NOT NULL,
  buurtassistent_id uuid NOT NULL,
  buurt_id uuid NOT NULL,
  PRIMARY KEY (buurtassistent_id, buurt_id),
  FOREIGN KEY (partner_id, buurtassistent_id) REFERENCES buurtassistenten (partner_id, id),
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id)
);
CREATE INDEX buurtassistent_buurten_by_buurt ON buurtassistent_buurten (buurt_id);

CREATE TABLE diensten (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  buurt_id uuid NOT NULL,
  -- Without one it is a duty of the past of somebody who was removed.
  buurtassistent_id uuid,
  begint_op timestamptz NOT NULL,
  eindigt_op timestamptz NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id),
  FOREIGN KEY (partner_id, buurtassistent_id) REFERENCES buurtassistenten (partner_id, id),
  CHECK (eindigt_op > begint_op AND eindigt_op <= begint_op + interval '24 hours'),
  -- Nobody is on two duties at once. Deferrable means that it is looked at after a statement, so that one statement can swap two.
  CONSTRAINT diensten_one_at_a_time EXCLUDE USING gist (buurtassistent_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX diensten_by_buurt ON diensten (buurt_id, begint_op, id);
