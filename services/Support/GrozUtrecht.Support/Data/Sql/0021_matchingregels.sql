-- The rules by which a partner matches in one area. A change is a new row, so that a proposal of long ago can still be explained.
CREATE TABLE matchingregels (
  partner_id uuid NOT NULL,
  -- An area of the programme, or 'overig' for every other postcode.
  gebied text NOT NULL CHECK (gebied ~ '^[a-z]+(-[a-z]+)*$' AND char_length(gebied) <= 50),
  versie bigint NOT NULL CHECK (versie > 0),
  afstand integer NOT NULL CHECK (afstand BETWEEN 0 AND 100),
  tijd integer NOT NULL CHECK (tijd BETWEEN 0 AND 100),
  vaardigheden integer NOT NULL CHECK (vaardigheden BETWEEN 0 AND 100),
  taal integer NOT NULL CHECK (taal BETWEEN 0 AND 100),
  eerder_goed integer NOT NULL CHECK (eerder_goed BETWEEN 0 AND 100),
  laatst_gevraagd integer NOT NULL CHECK (laatst_gevraagd BETWEEN 0 AND 100),
  belasting integer NOT NULL CHECK (belasting BETWEEN 0 AND 100),
  nieuwkomer integer NOT NULL CHECK (nieuwkomer BETWEEN 0 AND 100),
  maximum_keer_gevraagd_per_week integer NOT NULL CHECK (maximum_keer_gevraagd_per_week BETWEEN 1 AND 20),
  kandidaten_per_hulpvraag integer NOT NULL CHECK (kandidaten_per_hulpvraag BETWEEN 1 AND 50),
  maximum_per_helper integer NOT NULL CHECK (maximum_per_helper BETWEEN 1 AND 10),
  -- The program that changed them.
  gewijzigd_door text NOT NULL CHECK (char_length(gewijzigd_door) BETWEEN 1 AND 200),
  gewijzigd_op timestamptz NOT NULL,
  PRIMARY KEY (partner_id, gebied, versie),
  CONSTRAINT matchingregels_sum CHECK (
    afstand + tijd + vaardigheden + taal + eerder_goed + laatst_gevraagd + belasting + nieuwkomer = 100)
);

CREATE FUNCTION weiger_wijziging_van_matchingregels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of matchingregels stays as it is; a change is a new version' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER matchingregels_stay BEFORE UPDATE OR DELETE ON matchingregels
  FOR EACH ROW EXECUTE FUNCTION weiger_wijziging_van_matchingregels();

-- By which version of the rules of its area a proposal came about; 0 is how the platform comes. A process of the previous release sets none.
ALTER TABLE voorstellen ADD COLUMN regels_versie bigint CHECK (regels_versie >= 0);
