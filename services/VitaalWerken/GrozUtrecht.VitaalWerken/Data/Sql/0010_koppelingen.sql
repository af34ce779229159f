-- An agreement in principle between a company and a supplier about one offer: proposed, and made when both sides said yes.
CREATE TABLE koppelingen (
  id                  uuid PRIMARY KEY,
  bedrijf_id          uuid NOT NULL REFERENCES bedrijven (id),
  aanbod_id           uuid NOT NULL REFERENCES aanbod (id),
  leverancier_id      uuid NOT NULL REFERENCES leveranciers (id),
  version             bigint NOT NULL CHECK (version >= 1),
  status              text NOT NULL CHECK (status IN ('voorgesteld', 'gemaakt', 'afgewezen', 'ingetrokken', 'verlopen')),
  onderwerp           text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  vorm                text NOT NULL CHECK (char_length(vorm) BETWEEN 1 AND 40),
  voorgesteld_door    text NOT NULL CHECK (voorgesteld_door IN ('bedrijf', 'coordinator')),
  voorgesteld_door_partner_id uuid NOT NULL,
  groepsgrootte       integer NOT NULL CHECK (groepsgrootte BETWEEN 1 AND 500),
  periode_van         date NOT NULL,
  periode_tot_en_met  date NOT NULL CHECK (periode_van <= periode_tot_en_met),
  prijssoort          text NOT NULL CHECK (prijssoort IN ('euro', 'in-natura', 'gratis')),
  prijs_centen        bigint CHECK (prijs_centen BETWEEN 1 AND 10000000),
  -- What the offer scored for this company on the day it was proposed, and why.
  score               integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  redenen             jsonb NOT NULL,
  -- Turns the other open proposals about the same subject down once this one is made.
  sluit_andere        boolean NOT NULL DEFAULT false,
  akkoord_bedrijf_op  timestamptz,
  akkoord_bedrijf_partner_id uuid,
  akkoord_leverancier_op timestamptz,
  akkoord_leverancier_partner_id uuid,
  afgewezen_door      text CHECK (afgewezen_door IN ('bedrijf', 'leverancier')),
  afwijsreden         text CHECK (char_length(afwijsreden) BETWEEN 1 AND 40),
  toelichting         text CHECK (char_length(toelichting) BETWEEN 1 AND 500),
  vergelijking        jsonb,
  aangemaakt_op       timestamptz NOT NULL,
  verloopt_op         timestamptz NOT NULL CHECK (verloopt_op > aangemaakt_op),
  beeindigd_op        timestamptz,
  gewijzigd_op        timestamptz NOT NULL,
  CHECK ((prijssoort = 'euro') = (prijs_centen IS NOT NULL)),
  CHECK ((akkoord_bedrijf_op IS NULL) = (akkoord_bedrijf_partner_id IS NULL)),
  CHECK ((akkoord_leverancier_op IS NULL) = (akkoord_leverancier_partner_id IS NULL)),
  CONSTRAINT made_is_agreed_by_both CHECK ((status = 'gemaakt') = (num_nonnulls(akkoord_bedrijf_op, akkoord_leverancier_op) = 2)),
  CONSTRAINT declined_says_why CHECK ((status = 'afgewezen') = (num_nonnulls(afgewezen_door, afwijsreden) = 2)),
  CONSTRAINT ended_has_its_moment CHECK ((status IN ('voorgesteld', 'gemaakt')) = (beeindigd_op IS NULL))
);
CREATE UNIQUE INDEX koppelingen_once_per_aanbod ON koppelingen (bedrijf_id, aanbod_id) WHERE status IN ('voorgesteld', 'gemaakt');
CREATE INDEX koppelingen_by_bedrijf ON koppelingen (bedrijf_id, id);
CREATE INDEX koppelingen_by_leverancier ON koppelingen (leverancier_id, id);
CREATE INDEX koppelingen_due ON koppelingen (verloopt_op) WHERE status = 'voorgesteld';
COMMENT ON COLUMN koppelingen.prijs_centen IS 'For one session, without btw, as it is proposed; the price of the offer may be another.';

-- Which suppliers changed, for copies in memory: the transaction that last changed what a proposal sees of a supplier. A table of its
-- own, so that a company that proposes does not hold the row of the supplier itself.
CREATE TABLE koppelmerken (
  leverancier_id uuid PRIMARY KEY,
  gewijzigd_in   xid8 NOT NULL
);
CREATE INDEX koppelmerken_by_change ON koppelmerken (gewijzigd_in);
INSERT INTO koppelmerken (leverancier_id, gewijzigd_in) SELECT id, pg_current_xact_id() FROM leveranciers;

CREATE FUNCTION merk_leverancier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid;
BEGIN
  IF TG_TABLE_NAME = 'leveranciers' THEN
    changed := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
  ELSE
    changed := CASE WHEN TG_OP = 'DELETE' THEN OLD.leverancier_id ELSE NEW.leverancier_id END;
  END IF;
  INSERT INTO koppelmerken AS merk (leverancier_id, gewijzigd_in) VALUES (changed, pg_current_xact_id())
  ON CONFLICT (leverancier_id) DO UPDATE SET gewijzigd_in = pg_current_xact_id() WHERE merk.gewijzigd_in <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER leveranciers_mark AFTER INSERT OR UPDATE OR DELETE ON leveranciers FOR EACH ROW EXECUTE FUNCTION merk_leverancier();
CREATE TRIGGER aanbod_marks_leverancier AFTER INSERT OR UPDATE OR DELETE ON aanbod FOR EACH ROW EXECUTE FUNCTION merk_leverancier();
-- Saying yes as the first of two changes nothing that a proposal looks at.
CREATE TRIGGER koppelingen_mark_leverancier AFTER INSERT OR UPDATE OF status OR DELETE ON koppelingen FOR EACH ROW EXECUTE FUNCTION merk_leverancier();
