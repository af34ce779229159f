-- The sociale kaart: who offers what, where and when. It holds organisations and no persons.

-- Text as it is searched: lower case, without diacritics and punctuation, so that "Crème" and "creme" are one word. Built from
-- immutable functions of PostgreSQL itself, because a generated column takes no other and an extension may not be there.
CREATE FUNCTION zoektekst(p_tekst text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(lower(normalize(p_tekst, NFKD)), '[\u0300-\u036f]', '', 'g'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')
$$;

-- Every word must occur, in a form with the same stem or in one that begins as typed; the last word may be unfinished, when its stem
-- may be the beginning of another. Words such as "de" and "van" are left out.
CREATE FUNCTION zoekvraag(p_tekst text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(format('(%s | %s)', stam, to_tsquery('simple', getypt || ':*')), ' & ')::tsquery
  FROM (
    SELECT quote_literal(woord) AS getypt,
      to_tsquery('dutch', quote_literal(woord) || CASE WHEN volgorde = count(*) OVER () THEN ':*' ELSE '' END) AS stam
    FROM regexp_split_to_table(btrim(zoektekst(p_tekst)), ' +') WITH ORDINALITY AS o (woord, volgorde)
    WHERE woord <> '') AS woorden
  WHERE numnode(stam) > 0
$$;

CREATE TABLE kaartcategorieen (
  code text PRIMARY KEY CHECK (code ~ '^[a-z-]{2,40}$'),
  id uuid NOT NULL UNIQUE,
  naam text NOT NULL UNIQUE CHECK (char_length(naam) BETWEEN 2 AND 80),
  omschrijving text NOT NULL CHECK (char_length(omschrijving) BETWEEN 2 AND 300),
  bovenliggend text REFERENCES kaartcategorieen,
  CHECK (bovenliggend <> code)
);
COMMENT ON COLUMN kaartcategorieen.id IS 'The identity of the term outside, which HSDS wants as a UUID; it never changes.';

INSERT INTO kaartcategorieen (code, id, naam, omschrijving, bovenliggend) VALUES
  ('geld', '6f0c2b52-0000-4000-8000-000000000100', 'Geld en recht', 'Rondkomen, schulden, toeslagen en rechten.', NULL),
  ('schuldhulp', '6f0c2b52-0000-4000-8000-000000000101', 'Hulp bij schulden', 'Schulden ordenen, regelen en voorkomen.', 'geld'),
  ('administratie', '6f0c2b52-0000-4000-8000-000000000102', 'Hulp bij administratie', 'Post, formulieren, toeslagen en aangifte.', 'geld'),
  ('rechtshulp', '6f0c2b52-0000-4000-8000-000000000103', 'Juridisch advies', 'Uitleg over rechten en hulp bij bezwaar.', 'geld'),
  ('voedsel-en-kleding', '6f0c2b52-0000-4000-8000-000000000104', 'Voedsel, kleding en spullen', 'Voedselhulp, kleding en spullen voor wie weinig heeft.', 'geld'),
  ('zorg', '6f0c2b52-0000-4000-8000-000000000200', 'Zorg en gezondheid', 'Ondersteuning thuis, gezondheid en mantelzorg.', NULL),
  ('mantelzorg', '6f0c2b52-0000-4000-8000-000000000201', 'Mantelzorg', 'Advies en steun voor wie voor een ander zorgt.', 'zorg'),
  ('respijt', '6f0c2b52-0000-4000-8000-000000000202', 'Respijt', 'Even overnemen, zodat wie zorgt kan rusten.', 'zorg'),
  ('mentale-gezondheid', '6f0c2b52-0000-4000-8000-000000000203', 'Mentale gezondheid', 'Praten, lotgenoten en herstel.', 'zorg'),
  ('beweging', '6f0c2b52-0000-4000-8000-000000000204', 'Bewegen en leefstijl', 'Samen bewegen en gezond leven.', 'zorg'),
  ('ontmoeting', '6f0c2b52-0000-4000-8000-000000000300', 'Ontmoeten en meedoen', 'Mensen leren kennen en iets betekenen in de buurt.', NULL),
  ('inloop', '6f0c2b52-0000-4000-8000-000000000301', 'Inloop en buurthuis', 'Binnenlopen zonder afspraak.', 'ontmoeting'),
  ('maaltijd', '6f0c2b52-0000-4000-8000-000000000302', 'Samen eten', 'Eettafels en buurtmaaltijden.', 'ontmoeting'),
  ('vrijwilligerswerk', '6f0c2b52-0000-4000-8000-000000000303', 'Vrijwilligerswerk', 'Werk vinden dat bij iemand past, zonder loon.', 'ontmoeting'),
  ('leren', '6f0c2b52-0000-4000-8000-000000000400', 'Leren en werk', 'Taal, digitaal, scholing en werk.', NULL),
  ('taal', '6f0c2b52-0000-4000-8000-000000000401', 'Nederlandse taal', 'Taalles, taalcafé en taalmaatjes.', 'leren'),
  ('digitaal', '6f0c2b52-0000-4000-8000-000000000402', 'Digitale hulp', 'Computer, telefoon en DigiD.', 'leren'),
  ('werk', '6f0c2b52-0000-4000-8000-000000000403', 'Werk vinden en houden', 'Begeleiding naar werk en op het werk.', 'leren'),
  ('wonen', '6f0c2b52-0000-4000-8000-000000000500', 'Wonen en buurt', 'Huis, klussen, vervoer en de straat.', NULL),
  ('klussen', '6f0c2b52-0000-4000-8000-000000000501', 'Klussen en reparatie', 'Kleine klussen en samen repareren.', 'wonen'),
  ('vervoer', '6f0c2b52-0000-4000-8000-000000000502', 'Vervoer', 'Meerijden en begeleid reizen.', 'wonen'),
  ('opgroeien', '6f0c2b52-0000-4000-8000-000000000600', 'Opgroeien en opvoeden', 'Kinderen, jongeren en hun ouders.', NULL),
  ('jongeren', '6f0c2b52-0000-4000-8000-000000000601', 'Jongeren', 'Jongerenwerk en hulp voor jongeren.', 'opgroeien'),
  ('opvoeden', '6f0c2b52-0000-4000-8000-000000000602', 'Opvoeden', 'Vragen en steun voor ouders.', 'opgroeien');

CREATE TABLE organisaties (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  naam text NOT NULL CHECK (char_length(naam) BETWEEN 2 AND 150),
  omschrijving text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 2000),
  kvk_nummer text CHECK (kvk_nummer ~ '^[0-9]{8}$'),
  website text CHECK (char_length(website) BETWEEN 1 AND 300),
  email text CHECK (char_length(email) BETWEEN 3 AND 254),
  telefoon text CHECK (char_length(telefoon) BETWEEN 6 AND 20),
  onderhouden_door text CHECK (char_length(onderhouden_door) BETWEEN 1 AND 100),
  verificatie_maanden integer NOT NULL CHECK (verificatie_maanden BETWEEN 1 AND 24),
  geverifieerd_datum date,
  verifieren_voor_datum date,
  status text NOT NULL CHECK (status IN ('concept', 'gepubliceerd', 'beeindigd')),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  gewijzigd_op timestamptz NOT NULL,
  gepubliceerd_op timestamptz,
  UNIQUE (id, partner_id),
  CHECK ((geverifieerd_datum IS NULL) = (verifieren_voor_datum IS NULL)),
  -- What is public was looked at by somebody.
  CHECK (status <> 'gepubliceerd' OR (gepubliceerd_op IS NOT NULL AND geverifieerd_datum IS NOT NULL))
);
CREATE INDEX organisaties_by_partner ON organisaties (partner_id, id);
CREATE INDEX organisaties_published ON organisaties (gepubliceerd_op, id) WHERE status = 'gepubliceerd';
CREATE INDEX organisaties_to_verify ON organisaties (partner_id, verifieren_voor_datum, id) WHERE status = 'gepubliceerd';

CREATE TABLE locaties (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  organisatie_id uuid NOT NULL,
  naam text NOT NULL CHECK (char_length(naam) BETWEEN 2 AND 150),
  adres text NOT NULL CHECK (char_length(adres) BETWEEN 2 AND 120),
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  postcode_letters text CHECK (postcode_letters ~ '^[A-Z]{2}$'),
  route text CHECK (char_length(route) BETWEEN 1 AND 500),
  toegankelijkheid text[] NOT NULL CHECK (
    toegankelijkheid <@ ARRAY['rolstoeltoegankelijk', 'aangepast-toilet', 'lift', 'ringleiding', 'prikkelarm', 'gehandicaptenparkeerplaats']),
  status text NOT NULL CHECK (status IN ('gepubliceerd', 'beeindigd')),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  gewijzigd_op timestamptz NOT NULL,
  UNIQUE (id, partner_id),
  FOREIGN KEY (organisatie_id, partner_id) REFERENCES organisaties (id, partner_id)
);
CREATE INDEX locaties_by_partner ON locaties (partner_id, id);
CREATE INDEX locaties_by_organisatie ON locaties (organisatie_id, id);
CREATE INDEX locaties_by_postcode ON locaties (postcode) WHERE status = 'gepubliceerd';

-- Whether somewhere is open at this minute of this day on a clock on the wall. A period that ends before it begins, or at the same
-- time, ends on the next day. A deviation without hours closes its days, one with hours replaces them; one of a place touches the
-- hours of that place only.
CREATE FUNCTION is_geopend(p_week jsonb, p_afwijkend jsonb, p_dag date, p_minuut int) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT
    FROM (VALUES (p_dag, p_minuut), (p_dag - 1, p_minuut + 1440)) AS d (dag, minuut)
    CROSS JOIN LATERAL (
      SELECT a."vanMinuut" AS van, a."totMinuut" AS tot
      FROM jsonb_to_recordset(p_afwijkend) AS a ("vanDatum" date, "totEnMetDatum" date, "vanMinuut" int, "totMinuut" int)
      WHERE d.dag BETWEEN a."vanDatum" AND a."totEnMetDatum" AND a."vanMinuut" IS NOT NULL
      UNION ALL
      SELECT w."vanMinuut", w."totMinuut"
      FROM jsonb_to_recordset(p_week) AS w (dag int, "vanMinuut" int, "totMinuut" int, "locatieId" uuid)
      WHERE w.dag = extract(isodow FROM d.dag) AND NOT EXISTS (
        SELECT
        FROM jsonb_to_recordset(p_afwijkend) AS a ("vanDatum" date, "totEnMetDatum" date, "locatieId" uuid)
        WHERE d.dag BETWEEN a."vanDatum" AND a."totEnMetDatum" AND (a."locatieId" IS NULL OR a."locatieId" = w."locatieId"))) AS t
    WHERE d.minuut >= t.van AND d.minuut < CASE WHEN t.tot > t.van THEN t.tot ELSE t.tot + 1440 END)
$$;

CREATE TABLE voorzieningen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  organisatie_id uuid NOT NULL,
  -- Of the organisation, so that one search sees the words of both; whoever renames the organisation renames it here.
  organisatie_naam text NOT NULL,
  naam text NOT NULL CHECK (char_length(naam) BETWEEN 2 AND 150),
  omschrijving text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 2000),
  doelgroep text CHECK (char_length(doelgroep) BETWEEN 1 AND 500),
  minimum_leeftijd integer CHECK (minimum_leeftijd BETWEEN 0 AND 120),
  maximum_leeftijd integer CHECK (maximum_leeftijd BETWEEN 0 AND 120),
  kosten text NOT NULL CHECK (kosten IN ('gratis', 'vrijwillige-bijdrage', 'betaald')),
  kosten_toelichting text CHECK (char_length(kosten_toelichting) BETWEEN 1 AND 300),
  bedrag_centen integer CHECK (bedrag_centen BETWEEN 1 AND 1000000),
  aanmelding text NOT NULL CHECK (aanmelding IN ('vrije-inloop', 'op-afspraak', 'met-verwijzing')),
  aanmelding_toelichting text CHECK (char_length(aanmelding_toelichting) BETWEEN 1 AND 500),
  talen text[] NOT NULL CHECK (cardinality(talen) <= 20),
  werkgebied text[] NOT NULL CHECK (cardinality(werkgebied) <= 20),
  website text CHECK (char_length(website) BETWEEN 1 AND 300),
  email text CHECK (char_length(email) BETWEEN 3 AND 254),
  telefoon text CHECK (char_length(telefoon) BETWEEN 6 AND 20),
  openingstijden jsonb NOT NULL CHECK (jsonb_typeof(openingstijden) = 'array' AND jsonb_array_length(openingstijden) <= 50),
  afwijkende_tijden jsonb NOT NULL CHECK (jsonb_typeof(afwijkende_tijden) = 'array' AND jsonb_array_length(afwijkende_tijden) <= 60),
  onderhouden_door text CHECK (char_length(onderhouden_door) BETWEEN 1 AND 100),
  verificatie_maanden integer NOT NULL CHECK (verificatie_maanden BETWEEN 1 AND 24),
  geverifieerd_datum date,
  verifieren_voor_datum date,
  status text NOT NULL CHECK (status IN ('concept', 'gepubliceerd', 'beeindigd')),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  gewijzigd_op timestamptz NOT NULL,
  gepubliceerd_op timestamptz,
  zoek tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('dutch', zoektekst(naam)), 'A')
    || setweight(to_tsvector('dutch', zoektekst(organisatie_naam || ' ' || omschrijving || ' ' || coalesce(doelgroep, ''))), 'B')
    || setweight(to_tsvector('simple', zoektekst(naam || ' ' || organisatie_naam || ' ' || omschrijving || ' ' || coalesce(doelgroep, ''))), 'D')) STORED,
  UNIQUE (id, partner_id),
  FOREIGN KEY (organisatie_id, partner_id) REFERENCES organisaties (id, partner_id),
  CHECK (minimum_leeftijd <= maximum_leeftijd),
  CHECK (bedrag_centen IS NULL OR kosten <> 'gratis'),
  CHECK ((geverifieerd_datum IS NULL) = (verifieren_voor_datum IS NULL)),
  CHECK (status <> 'gepubliceerd' OR (gepubliceerd_op IS NOT NULL AND geverifieerd_datum IS NOT NULL))
);
CREATE INDEX voorzieningen_zoek ON voorzieningen USING gin (zoek) WHERE status = 'gepubliceerd';
CREATE INDEX voorzieningen_by_partner ON voorzieningen (partner_id, id);
CREATE INDEX voorzieningen_by_organisatie ON voorzieningen (organisatie_id, id);
CREATE INDEX voorzieningen_published ON voorzieningen (gepubliceerd_op, id) WHERE status = 'gepubliceerd';
CREATE INDEX voorzieningen_to_verify ON voorzieningen (partner_id, verifieren_voor_datum, id) WHERE status = 'gepubliceerd';

CREATE TABLE voorziening_categorieen (
  voorziening_id uuid NOT NULL REFERENCES voorzieningen,
  categorie text NOT NULL REFERENCES kaartcategorieen,
  PRIMARY KEY (voorziening_id, categorie)
);
CREATE INDEX voorziening_categorieen_by_categorie ON voorziening_categorieen (categorie, voorziening_id);

CREATE TABLE voorziening_locaties (
  voorziening_id uuid NOT NULL,
  locatie_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  PRIMARY KEY (voorziening_id, locatie_id),
  FOREIGN KEY (voorziening_id, partner_id) REFERENCES voorzieningen (id, partner_id),
  FOREIGN KEY (locatie_id, partner_id) REFERENCES locaties (id, partner_id)
);
CREATE INDEX voorziening_locaties_by_locatie ON voorziening_locaties (locatie_id);
