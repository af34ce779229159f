-- btree_gist lets one exclusion constraint combine "same supplier" with "times overlap".
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A vestiging belongs to one company, whoever registers it and in whichever network.
ALTER TABLE bedrijven ADD CONSTRAINT vestiging_of_one_company
  EXCLUDE USING gist (vestigingsnummer WITH =, kvk_nummer WITH <>) WHERE (vestigingsnummer IS NOT NULL);

-- Who coordinates the network of an area. A company is never coordinated by the partner that is its employer; the code sees to that.
CREATE TABLE netwerkcoordinatoren (
  gebied        text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  partner_id    uuid NOT NULL,
  aangewezen_op timestamptz NOT NULL,
  PRIMARY KEY (gebied, partner_id)
);
CREATE INDEX netwerkcoordinatoren_by_partner ON netwerkcoordinatoren (partner_id);

-- Who offers something to workplaces: self-employed people, professionals, entrepreneurs, schools and initiatives of residents.
CREATE TABLE leveranciers (
  id              uuid PRIMARY KEY,
  partner_id      uuid NOT NULL,
  version         bigint NOT NULL CHECK (version >= 1),
  soort           text NOT NULL CHECK (soort IN ('zzp', 'professional', 'ondernemer', 'onderwijsinstelling', 'bewonersinitiatief')),
  status          text NOT NULL CHECK (status IN ('aangemeld', 'actief', 'afgewezen', 'gestopt')),
  naam            text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  omschrijving    text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 2000),
  kvk_nummer      text CHECK (kvk_nummer ~ '^[0-9]{8}$'),
  postcode        text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  gebied          text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  beoordeling     text CHECK (char_length(beoordeling) BETWEEN 1 AND 500),
  aangemaakt_op   timestamptz NOT NULL,
  gewijzigd_op    timestamptz NOT NULL
);
CREATE INDEX leveranciers_by_partner ON leveranciers (partner_id, id);
CREATE INDEX leveranciers_by_gebied ON leveranciers (gebied, id);
COMMENT ON COLUMN leveranciers.gebied IS 'The area of its own postcode, whose coordinator says that it takes part.';

CREATE TABLE aanbod (
  id               uuid PRIMARY KEY,
  leverancier_id   uuid NOT NULL REFERENCES leveranciers (id),
  version          bigint NOT NULL CHECK (version >= 1),
  status           text NOT NULL CHECK (status IN ('actief', 'gestopt')),
  titel            text NOT NULL CHECK (char_length(titel) BETWEEN 1 AND 120),
  omschrijving     text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 2000),
  onderwerp        text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  vorm             text NOT NULL CHECK (char_length(vorm) BETWEEN 1 AND 40),
  duur_minuten     integer NOT NULL CHECK (duur_minuten BETWEEN 15 AND 480),
  groep_minimum    integer NOT NULL CHECK (groep_minimum BETWEEN 1 AND 500),
  groep_maximum    integer NOT NULL CHECK (groep_maximum BETWEEN 1 AND 500),
  prijssoort       text NOT NULL CHECK (prijssoort IN ('euro', 'in-natura', 'gratis')),
  prijs_centen     bigint CHECK (prijs_centen BETWEEN 1 AND 10000000),
  -- What is asked instead of money, in words.
  tegenprestatie   text CHECK (char_length(tegenprestatie) BETWEEN 1 AND 300),
  gebieden         text[] NOT NULL CHECK (cardinality(gebieden) BETWEEN 1 AND 20),
  -- Bit 3 × weekday (Monday is 0) + part of the day (ochtend 0, middag 1, avond 2).
  beschikbaar      integer NOT NULL CHECK (beschikbaar BETWEEN 1 AND 2097151),
  beschikbaar_vanaf date,
  beschikbaar_tot_en_met date,
  leerplek         boolean NOT NULL DEFAULT false,
  aangemaakt_op    timestamptz NOT NULL,
  gewijzigd_op     timestamptz NOT NULL,
  CHECK (groep_minimum <= groep_maximum),
  CHECK (beschikbaar_vanaf <= beschikbaar_tot_en_met),
  CONSTRAINT price_fits_its_kind CHECK (CASE prijssoort
    WHEN 'euro' THEN prijs_centen IS NOT NULL AND tegenprestatie IS NULL
    WHEN 'in-natura' THEN prijs_centen IS NULL AND tegenprestatie IS NOT NULL
    ELSE prijs_centen IS NULL AND tegenprestatie IS NULL END)
);
CREATE INDEX aanbod_by_leverancier ON aanbod (leverancier_id, id);
COMMENT ON COLUMN aanbod.prijs_centen IS 'For one session, without btw.';
COMMENT ON COLUMN aanbod.leerplek IS 'Students learn while they do it.';

-- When a supplier is taken: by a session of an agreed programme, or as a speaker. Nobody is in two places at once.
CREATE TABLE leveranciersboekingen (
  id              uuid PRIMARY KEY,
  leverancier_id  uuid NOT NULL REFERENCES leveranciers (id),
  bron            text NOT NULL CHECK (bron IN ('inspiratiebijeenkomst', 'programma')),
  bron_id         uuid NOT NULL,
  begint_op       timestamptz NOT NULL,
  eindigt_op      timestamptz NOT NULL,
  CHECK (begint_op < eindigt_op AND eindigt_op <= begint_op + interval '12 hours'),
  CONSTRAINT leverancier_is_in_one_place EXCLUDE USING gist (leverancier_id WITH =, tstzrange(begint_op, eindigt_op) WITH &&)
);
CREATE INDEX leveranciersboekingen_by_bron ON leveranciersboekingen (bron, bron_id);

-- How to reach a company or a supplier; apart from everything else, so that it can be forgotten.
CREATE SCHEMA contact;
CREATE TABLE contact.contactpersonen (
  -- The id of the company or the supplier.
  id            uuid PRIMARY KEY,
  van           text NOT NULL CHECK (van IN ('bedrijf', 'leverancier')),
  naam          text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 80),
  email         text CHECK (char_length(email) BETWEEN 5 AND 254),
  telefoon      text CHECK (char_length(telefoon) BETWEEN 6 AND 20),
  persoon_id    uuid,
  gewijzigd_op  timestamptz NOT NULL,
  CHECK (num_nonnulls(email, telefoon) >= 1)
);
CREATE INDEX contactpersonen_by_persoon ON contact.contactpersonen (persoon_id) WHERE persoon_id IS NOT NULL;

CREATE TABLE verwijderde_personen (
  persoon_hash   bytea PRIMARY KEY CHECK (octet_length(persoon_hash) = 32),
  verwijderd_op  timestamptz NOT NULL
);

-- Codes that are drawn by employees and used once. A code that was used is gone, and nothing says what it became: who knows a code and
-- not who drew it learns nothing. Nothing of an employee has a time of day, only days.
CREATE SCHEMA medewerkers;
CREATE TABLE medewerkers.uitnodigingscodes (
  code_hash     bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  soort         text NOT NULL CHECK (soort IN ('medewerkersscan', 'programma')),
  doel_id       uuid NOT NULL,
  geldig_tot_en_met date NOT NULL
);
CREATE INDEX uitnodigingscodes_by_doel ON medewerkers.uitnodigingscodes (soort, doel_id);
CREATE INDEX uitnodigingscodes_to_forget ON medewerkers.uitnodigingscodes (geldig_tot_en_met);
