-- A half-yearly event at which residents try what their area has to offer.
CREATE TABLE proeverijen (
  id            uuid PRIMARY KEY,
  partner_id    uuid NOT NULL,
  version       bigint NOT NULL CHECK (version >= 1),
  status        text NOT NULL CHECK (status IN (
                  'gepland', 'uitnodigen', 'programma-vastgesteld', 'inschrijving-open', 'gehouden', 'afgesloten', 'afgelast')),
  naam          text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  gebied        text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  postcode      text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  locatienaam   text NOT NULL CHECK (char_length(locatienaam) BETWEEN 1 AND 90),
  begint_op     timestamptz NOT NULL,
  eindigt_op    timestamptz NOT NULL,
  budget_centen integer NOT NULL CHECK (budget_centen BETWEEN 0 AND 10000000),
  kosten_centen integer NOT NULL DEFAULT 0,
  aangemaakt_op timestamptz NOT NULL,
  gewijzigd_op  timestamptz NOT NULL,
  gehouden_op   timestamptz,
  afgesloten_op timestamptz,
  afgelast_op   timestamptz,
  CHECK (begint_op < eindigt_op),
  -- Whatever the code does, no more is promised than there is.
  CONSTRAINT never_over_the_budget CHECK (kosten_centen BETWEEN 0 AND budget_centen),
  CONSTRAINT held_has_a_moment CHECK (status NOT IN ('gehouden', 'afgesloten') OR gehouden_op IS NOT NULL),
  CONSTRAINT closed_has_a_moment CHECK ((status = 'afgesloten') = (afgesloten_op IS NOT NULL)),
  CONSTRAINT called_off_has_a_moment CHECK ((status = 'afgelast') = (afgelast_op IS NOT NULL))
);
CREATE INDEX proeverijen_by_partner ON proeverijen (partner_id, id);
CREATE INDEX proeverijen_by_day ON proeverijen (begint_op, gebied) WHERE status <> 'afgelast';

CREATE TABLE proeverij_rondes (
  proeverij_id uuid NOT NULL REFERENCES proeverijen (id),
  nummer       integer NOT NULL CHECK (nummer BETWEEN 1 AND 12),
  begint_op    timestamptz NOT NULL,
  eindigt_op   timestamptz NOT NULL,
  PRIMARY KEY (proeverij_id, nummer),
  CHECK (begint_op < eindigt_op),
  CONSTRAINT rondes_do_not_overlap EXCLUDE USING gist (proeverij_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
);

CREATE TABLE proeverij_ruimtes (
  id           uuid PRIMARY KEY,
  proeverij_id uuid NOT NULL REFERENCES proeverijen (id),
  nummer       integer NOT NULL CHECK (nummer BETWEEN 1 AND 30),
  naam         text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 25),
  capaciteit   integer NOT NULL CHECK (capaciteit BETWEEN 1 AND 1000),
  rolstoeltoegankelijk boolean NOT NULL,
  soort        text NOT NULL CHECK (soort IN ('zaal', 'sportzaal', 'keuken', 'stille-ruimte', 'buiten')),
  UNIQUE (proeverij_id, nummer),
  UNIQUE (proeverij_id, naam)
);

CREATE TABLE proeverij_uitnodigingen (
  id            uuid PRIMARY KEY,
  proeverij_id  uuid NOT NULL REFERENCES proeverijen (id),
  aanbieder_id  uuid NOT NULL REFERENCES aanbieders (id),
  status        text NOT NULL CHECK (status IN ('uitgenodigd', 'toegezegd', 'afgezegd', 'ingetrokken')),
  kosten_centen integer NOT NULL CHECK (kosten_centen BETWEEN 0 AND 10000000),
  niet_in_rondes integer[] NOT NULL DEFAULT '{}' CHECK (cardinality(niet_in_rondes) <= 12),
  aansluitend   boolean NOT NULL DEFAULT false,
  uitgenodigd_op timestamptz NOT NULL,
  beantwoord_op timestamptz,
  CONSTRAINT answered_has_a_moment CHECK ((status = 'uitgenodigd') = (beantwoord_op IS NULL))
);
CREATE UNIQUE INDEX one_uitnodiging_per_aanbieder ON proeverij_uitnodigingen (proeverij_id, aanbieder_id) WHERE status <> 'ingetrokken';
CREATE INDEX uitnodigingen_by_aanbieder ON proeverij_uitnodigingen (aanbieder_id, id);

-- What is asked of an aanbieder costs from the invitation on, until one of the two takes it back.
CREATE FUNCTION count_kosten() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change integer := CASE WHEN NEW.status IN ('uitgenodigd', 'toegezegd') THEN NEW.kosten_centen ELSE 0 END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    change := change - CASE WHEN OLD.status IN ('uitgenodigd', 'toegezegd') THEN OLD.kosten_centen ELSE 0 END;
  END IF;
  IF change <> 0 THEN
    UPDATE proeverijen SET kosten_centen = kosten_centen + change WHERE id = NEW.proeverij_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_kosten AFTER INSERT OR UPDATE OF status, kosten_centen ON proeverij_uitnodigingen FOR EACH ROW EXECUTE FUNCTION count_kosten();

CREATE TABLE proeverij_toezeggingen (
  id            uuid PRIMARY KEY,
  proeverij_id  uuid NOT NULL REFERENCES proeverijen (id),
  uitnodiging_id uuid NOT NULL REFERENCES proeverij_uitnodigingen (id),
  aanbieder_id  uuid NOT NULL REFERENCES aanbieders (id),
  activiteit_id uuid NOT NULL REFERENCES activiteiten (id),
  aantal_rondes integer NOT NULL CHECK (aantal_rondes BETWEEN 1 AND 12),
  capaciteit    integer NOT NULL CHECK (capaciteit BETWEEN 1 AND 1000),
  duur_minuten  integer NOT NULL CHECK (duur_minuten BETWEEN 10 AND 240),
  ruimtesoort   text CHECK (ruimtesoort IN ('zaal', 'sportzaal', 'keuken', 'stille-ruimte', 'buiten')),
  rolstoel      boolean NOT NULL,
  UNIQUE (uitnodiging_id, activiteit_id),
  UNIQUE (id, proeverij_id, aanbieder_id)
);
CREATE INDEX toezeggingen_by_proeverij ON proeverij_toezeggingen (proeverij_id, id);

-- The programme. The keys are the clashes that cannot be: two in a room, or an aanbieder in two rooms.
CREATE TABLE proeven (
  proeverij_id   uuid NOT NULL,
  ronde          integer NOT NULL,
  ruimte_id      uuid NOT NULL REFERENCES proeverij_ruimtes (id),
  toezegging_id  uuid NOT NULL,
  aanbieder_id   uuid NOT NULL,
  sessie_id      uuid UNIQUE REFERENCES sessies (id),
  PRIMARY KEY (proeverij_id, ronde, ruimte_id),
  CONSTRAINT one_place_at_a_time UNIQUE (proeverij_id, ronde, aanbieder_id),
  FOREIGN KEY (proeverij_id, ronde) REFERENCES proeverij_rondes (proeverij_id, nummer),
  FOREIGN KEY (toezegging_id, proeverij_id, aanbieder_id) REFERENCES proeverij_toezeggingen (id, proeverij_id, aanbieder_id) ON DELETE CASCADE
);
