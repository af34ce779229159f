-- A programme of a company. Its status says where it stands; the version that holds is the last one that everybody agreed to.
CREATE TABLE programmas (
  id                uuid PRIMARY KEY,
  bedrijf_id        uuid NOT NULL REFERENCES bedrijven (id),
  partner_id        uuid NOT NULL,
  gebied            text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  version           bigint NOT NULL CHECK (version >= 1),
  status            text NOT NULL,
  naam              text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  doel              text NOT NULL CHECK (char_length(doel) BETWEEN 1 AND 2000),
  geldende_versie   integer,
  begin_datum       date NOT NULL,
  eind_datum        date NOT NULL,
  aangemaakt_op     timestamptz NOT NULL,
  overeengekomen_op timestamptz,
  gestart_op        timestamptz,
  afgesloten_op     timestamptz,
  ingetrokken_op    timestamptz,
  CHECK (begin_datum <= eind_datum AND eind_datum <= begin_datum + 1100),
  CONSTRAINT status_has_its_moments CHECK (
    (geldende_versie IS NULL) = (overeengekomen_op IS NULL)
    AND (gestart_op IS NULL OR overeengekomen_op IS NOT NULL)
    AND (afgesloten_op IS NOT NULL) = (status = 'afgesloten')
    AND (ingetrokken_op IS NOT NULL) = (status = 'ingetrokken')
    AND CASE status
      WHEN 'concept' THEN geldende_versie IS NULL
      WHEN 'voorgesteld' THEN geldende_versie IS NULL
      WHEN 'overeengekomen' THEN geldende_versie IS NOT NULL AND gestart_op IS NULL
      WHEN 'lopend' THEN gestart_op IS NOT NULL
      WHEN 'afgesloten' THEN gestart_op IS NOT NULL
      WHEN 'ingetrokken' THEN true
      ELSE false END)
);
CREATE INDEX programmas_by_bedrijf ON programmas (bedrijf_id, id);
CREATE INDEX programmas_by_gebied ON programmas (gebied, status);
COMMENT ON COLUMN programmas.partner_id IS 'The partner of the company, also when the coordinator made the programme.';
COMMENT ON COLUMN programmas.overeengekomen_op IS 'When the version that holds was agreed.';
COMMENT ON COLUMN programmas.begin_datum IS 'Of the version that holds; before there is one, as it was asked at first.';

CREATE TABLE programmaversies (
  programma_id      uuid NOT NULL REFERENCES programmas (id),
  versie            integer NOT NULL CHECK (versie BETWEEN 1 AND 50),
  status            text NOT NULL CHECK (status IN ('concept', 'voorgesteld', 'overeengekomen', 'vervangen', 'afgewezen', 'ingetrokken')),
  begin_datum       date NOT NULL,
  eind_datum        date NOT NULL,
  opgesteld_op      timestamptz NOT NULL,
  voorgesteld_op    timestamptz,
  overeengekomen_op timestamptz,
  vervallen_op      timestamptz,
  PRIMARY KEY (programma_id, versie),
  CHECK (begin_datum <= eind_datum AND eind_datum <= begin_datum + 1100),
  CHECK ((status IN ('concept', 'ingetrokken')) OR voorgesteld_op IS NOT NULL),
  CHECK ((status IN ('overeengekomen', 'vervangen')) = (overeengekomen_op IS NOT NULL)),
  CHECK ((status IN ('vervangen', 'afgewezen', 'ingetrokken')) = (vervallen_op IS NOT NULL))
);
-- People work on one version at a time, and one version holds.
CREATE UNIQUE INDEX programmaversies_one_open ON programmaversies (programma_id) WHERE status IN ('concept', 'voorgesteld');
CREATE UNIQUE INDEX programmaversies_one_agreed ON programmaversies (programma_id) WHERE status = 'overeengekomen';
ALTER TABLE programmas ADD CONSTRAINT geldende_versie_exists
  FOREIGN KEY (id, geldende_versie) REFERENCES programmaversies (programma_id, versie) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE modules (
  id                uuid PRIMARY KEY,
  programma_id      uuid NOT NULL,
  versie            integer NOT NULL,
  nummer            integer NOT NULL CHECK (nummer BETWEEN 1 AND 20),
  koppeling_id      uuid NOT NULL,
  aanbod_id         uuid NOT NULL REFERENCES aanbod (id),
  leverancier_id    uuid NOT NULL REFERENCES leveranciers (id),
  onderwerp         text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  titel             text NOT NULL CHECK (char_length(titel) BETWEEN 1 AND 120),
  groep_minimum     integer NOT NULL CHECK (groep_minimum BETWEEN 1 AND 500),
  groep_maximum     integer NOT NULL CHECK (groep_maximum BETWEEN 1 AND 500),
  prijs_centen      bigint CHECK (prijs_centen BETWEEN 0 AND 10000000),
  in_natura         text CHECK (char_length(in_natura) BETWEEN 1 AND 300),
  arboplicht        text CHECK (arboplicht IN ('ja', 'nee', 'onbekend')),
  op_de_werkplek    text CHECK (op_de_werkplek IN ('geheel', 'gedeeltelijk', 'nee', 'onbekend')),
  eigen_bijdrage    text CHECK (eigen_bijdrage IN ('nee', 'ja', 'onbekend')),
  vrijstelling_toelichting text CHECK (char_length(vrijstelling_toelichting) BETWEEN 1 AND 500),
  FOREIGN KEY (programma_id, versie) REFERENCES programmaversies (programma_id, versie),
  UNIQUE (programma_id, versie, nummer),
  UNIQUE (programma_id, versie, koppeling_id),
  CHECK (groep_minimum <= groep_maximum),
  CONSTRAINT in_money_or_in_kind CHECK (num_nonnulls(prijs_centen, in_natura) = 1),
  CONSTRAINT note_is_whole CHECK (num_nonnulls(arboplicht, op_de_werkplek, eigen_bijdrage) IN (0, 3)
    AND (vrijstelling_toelichting IS NULL OR arboplicht IS NOT NULL))
);
CREATE INDEX modules_by_leverancier ON modules (leverancier_id, programma_id, versie);
CREATE INDEX modules_by_koppeling ON modules (koppeling_id);
COMMENT ON COLUMN modules.prijs_centen IS 'For one session, without btw; nothing when it is paid in kind.';
COMMENT ON COLUMN modules.arboplicht IS 'A note on the gerichte vrijstelling, and no verdict.';

CREATE TABLE programmasessies (
  id                uuid PRIMARY KEY,
  programma_id      uuid NOT NULL,
  versie            integer NOT NULL,
  module_nummer     integer NOT NULL,
  sessie_sleutel    uuid NOT NULL,
  begint_op         timestamptz NOT NULL,
  eindigt_op        timestamptz NOT NULL,
  locatie           text NOT NULL CHECK (char_length(locatie) BETWEEN 1 AND 200),
  capaciteit        integer NOT NULL CHECK (capaciteit BETWEEN 1 AND 500),
  FOREIGN KEY (programma_id, versie, module_nummer) REFERENCES modules (programma_id, versie, nummer),
  UNIQUE (programma_id, versie, sessie_sleutel),
  CHECK (begint_op < eindigt_op AND eindigt_op <= begint_op + interval '12 hours')
);
CREATE INDEX programmasessies_by_module ON programmasessies (programma_id, versie, module_nummer, begint_op);
CREATE INDEX programmasessies_by_sleutel ON programmasessies (sessie_sleutel);
COMMENT ON COLUMN programmasessies.sessie_sleutel IS
  'The same in every version that keeps the session, whenever it is held: who is registered for it stays so.';

-- What each side said of a version: who, when, and of which version.
CREATE TABLE instemmingen (
  id                uuid PRIMARY KEY,
  programma_id      uuid NOT NULL,
  versie            integer NOT NULL,
  -- Nothing when it is the company.
  leverancier_id    uuid REFERENCES leveranciers (id),
  besluit           text NOT NULL CHECK (besluit IN ('ingestemd', 'afgewezen')),
  reden             text CHECK (char_length(reden) BETWEEN 1 AND 40),
  toelichting       text CHECK (char_length(toelichting) BETWEEN 1 AND 500),
  partner_id        uuid NOT NULL,
  besloten_op       timestamptz NOT NULL,
  FOREIGN KEY (programma_id, versie) REFERENCES programmaversies (programma_id, versie),
  CONSTRAINT one_answer_of_each UNIQUE NULLS NOT DISTINCT (programma_id, versie, leverancier_id),
  CONSTRAINT who_refuses_says_why CHECK ((besluit = 'afgewezen') = (reden IS NOT NULL) AND (toelichting IS NULL OR reden IS NOT NULL))
);
