-- Somebody's way through a proeverij: one row per person, which stays as a number when the person is forgotten.
CREATE TABLE proeverij_routes (
  id              uuid PRIMARY KEY,
  proeverij_id    uuid NOT NULL REFERENCES proeverijen (id),
  partner_id      uuid NOT NULL,
  persoon_id      uuid,
  gast_id         uuid REFERENCES contact.gasten (id) ON DELETE SET NULL,
  -- Who registered for one tasting only, has the code of that tasting.
  code            text CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  wens_dimensies  text[] NOT NULL DEFAULT '{}' CHECK (cardinality(wens_dimensies) <= 6),
  wens_activiteiten uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(wens_activiteiten) <= 12),
  aangemaakt_op   timestamptz NOT NULL,
  teruggekomen_op timestamptz,
  CONSTRAINT one_code_per_proeverij UNIQUE (proeverij_id, code)
);
CREATE UNIQUE INDEX one_route_per_persoon ON proeverij_routes (proeverij_id, persoon_id) WHERE persoon_id IS NOT NULL;
CREATE UNIQUE INDEX one_route_per_gast ON proeverij_routes (proeverij_id, gast_id) WHERE gast_id IS NOT NULL;
CREATE INDEX routes_by_proeverij ON proeverij_routes (proeverij_id, id);
CREATE INDEX routes_by_persoon ON proeverij_routes (persoon_id) WHERE persoon_id IS NOT NULL;
CREATE INDEX routes_by_gast ON proeverij_routes (gast_id) WHERE gast_id IS NOT NULL;

CREATE TABLE proeverij_route_deelnames (
  deelname_id uuid PRIMARY KEY REFERENCES deelnames (id),
  route_id    uuid NOT NULL REFERENCES proeverij_routes (id)
);
CREATE INDEX route_deelnames_by_route ON proeverij_route_deelnames (route_id);

-- Every registration for a tasting belongs to a route, however it was made, so that people are counted once.
CREATE FUNCTION join_route() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proeverij uuid := (SELECT proeverij_id FROM proeven WHERE sessie_id = NEW.sessie_id);
  route     uuid;
BEGIN
  IF proeverij IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO proeverij_routes (id, proeverij_id, partner_id, persoon_id, gast_id, aangemaakt_op)
  VALUES (NEW.id, proeverij, NEW.partner_id, NEW.persoon_id, NEW.gast_id, NEW.aangemeld_op)
  ON CONFLICT DO NOTHING;
  SELECT id INTO STRICT route FROM proeverij_routes
  WHERE proeverij_id = proeverij AND (persoon_id = NEW.persoon_id OR gast_id = NEW.gast_id);
  INSERT INTO proeverij_route_deelnames (deelname_id, route_id) VALUES (NEW.id, route);
  RETURN NULL;
END $$;
CREATE TRIGGER join_route AFTER INSERT ON deelnames FOR EACH ROW WHEN (NEW.rol = 'deelnemer') EXECUTE FUNCTION join_route();

-- Coming to a regular session of whatever activity within eight weeks is coming back. Noted when it happens, because later the person may be forgotten.
CREATE FUNCTION note_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE proeverij_routes
  SET teruggekomen_op = sessies.begint_op
  FROM sessies, proeverijen
  WHERE sessies.id = NEW.sessie_id AND sessies.soort = 'regulier' AND proeverijen.id = proeverij_id AND teruggekomen_op IS NULL
    AND sessies.begint_op > proeverijen.eindigt_op AND sessies.begint_op <= proeverijen.eindigt_op + interval '56 days'
    AND (persoon_id = NEW.persoon_id OR gast_id = NEW.gast_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_return AFTER INSERT OR UPDATE OF status ON deelnames FOR EACH ROW
  WHEN (NEW.status = 'aanwezig' AND NEW.rol = 'deelnemer') EXECUTE FUNCTION note_return();

-- One minute about one tasting.
CREATE TABLE proeverij_ervaringen (
  deelname_id  uuid PRIMARY KEY REFERENCES deelnames (id),
  proeverij_id uuid NOT NULL REFERENCES proeverijen (id),
  sessie_id    uuid NOT NULL REFERENCES sessies (id),
  gezicht      integer NOT NULL CHECK (gezicht BETWEEN 1 AND 5),
  terugkomen   text NOT NULL CHECK (terugkomen IN ('ja', 'misschien', 'nee')),
  opmerking    text CHECK (char_length(opmerking) BETWEEN 1 AND 300),
  gegeven_op   timestamptz NOT NULL,
  gewijzigd_op timestamptz NOT NULL
);
CREATE INDEX ervaringen_by_proeverij ON proeverij_ervaringen (proeverij_id, deelname_id);

-- What somebody wrote goes with who wrote it, whatever code forgets them; the marks stay as numbers.
CREATE FUNCTION forget_opmerking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE proeverij_ervaringen SET opmerking = NULL WHERE deelname_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_opmerking AFTER UPDATE OF gewist_op ON deelnames FOR EACH ROW
  WHEN (NEW.gewist_op IS NOT NULL) EXECUTE FUNCTION forget_opmerking();

-- The report as it was eight weeks after the proeverij.
CREATE TABLE proeverij_verslagen (
  proeverij_id  uuid PRIMARY KEY REFERENCES proeverijen (id),
  inhoud        jsonb NOT NULL,
  vastgelegd_op timestamptz NOT NULL
);
