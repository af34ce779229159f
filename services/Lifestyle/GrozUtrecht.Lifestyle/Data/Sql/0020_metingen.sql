-- What residents fill in about themselves stands in "metingen" under a random pseudonym. Who is behind a pseudonym stands in "sleutels" and
-- nowhere else: no table here has both, and only Data/Metingen/Sleutelkast.cs reads it.
CREATE SCHEMA sleutels;
CREATE SCHEMA metingen;

CREATE TABLE sleutels.personen (
  persoon_id          uuid PRIMARY KEY,
  -- Version 4: an id with its moment in it would say when the key was handed out.
  pseudoniem          uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  sleutel_hash        bytea NOT NULL CHECK (length(sleutel_hash) = 32),
  -- A key that replaces a lost one opens nothing until a pause is over, and never if the old one is used in between.
  nieuwe_sleutel_hash bytea CHECK (length(nieuwe_sleutel_hash) = 32),
  nieuwe_geldt_vanaf  timestamptz,
  CONSTRAINT a_new_key_has_a_moment CHECK ((nieuwe_sleutel_hash IS NULL) = (nieuwe_geldt_vanaf IS NULL))
);

-- What happened to a person's key, for that person to see.
CREATE TABLE sleutels.logboek (
  id          uuid PRIMARY KEY,
  persoon_id  uuid NOT NULL REFERENCES sleutels.personen (persoon_id) ON DELETE CASCADE,
  gebeurtenis text NOT NULL CHECK (gebeurtenis IN ('uitgegeven', 'heruitgave-gevraagd', 'heruitgave-vervallen', 'heruitgave-ingegaan')),
  partner_id  uuid NOT NULL,
  client_id   text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 100),
  op          timestamptz NOT NULL
);
CREATE INDEX logboek_by_persoon ON sleutels.logboek (persoon_id, id);

-- Wrong keys, counted per partner too, so that no partner can lock a resident out of another's program. No reference: a person who is not known
-- here must look like one who is.
CREATE TABLE sleutels.pogingen (
  persoon_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  aantal     integer NOT NULL CHECK (aantal >= 1),
  sinds      timestamptz NOT NULL,
  PRIMARY KEY (persoon_id, partner_id)
);
CREATE INDEX pogingen_to_forget ON sleutels.pogingen (sinds);

CREATE TABLE metingen.vragenlijsten (
  code            text NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(code) <= 40),
  versie          integer NOT NULL CHECK (versie BETWEEN 1 AND 1000),
  titel           text NOT NULL CHECK (char_length(titel) BETWEEN 1 AND 120),
  bron            text NOT NULL CHECK (char_length(bron) BETWEEN 1 AND 500),
  licentie        text NOT NULL CHECK (char_length(licentie) BETWEEN 1 AND 300),
  inhoud          jsonb NOT NULL,
  gepubliceerd_op timestamptz NOT NULL,
  PRIMARY KEY (code, versie)
);

CREATE TABLE metingen.toestemmingsteksten (
  doel            text NOT NULL CHECK (doel IN ('eigen-inzicht', 'groepscijfers', 'ervaringen')),
  versie          integer NOT NULL CHECK (versie BETWEEN 1 AND 1000),
  nederlands      text NOT NULL CHECK (char_length(nederlands) BETWEEN 1 AND 4000),
  engels          text NOT NULL CHECK (char_length(engels) BETWEEN 1 AND 4000),
  gepubliceerd_op timestamptz NOT NULL,
  PRIMARY KEY (doel, versie)
);

-- What somebody filled in or said yes to must be readable as it was.
CREATE FUNCTION metingen.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A published version never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE ON metingen.vragenlijsten FOR EACH ROW EXECUTE FUNCTION metingen.refuse_change();
CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE ON metingen.toestemmingsteksten FOR EACH ROW EXECUTE FUNCTION metingen.refuse_change();

-- One row per yes; a withdrawn one stays, without saying whose it was once the person is forgotten.
CREATE TABLE metingen.toestemmingen (
  id             uuid PRIMARY KEY,
  pseudoniem     uuid,
  doel           text NOT NULL,
  tekst_versie   integer NOT NULL,
  gegeven_op     timestamptz NOT NULL,
  ingetrokken_op timestamptz,
  FOREIGN KEY (doel, tekst_versie) REFERENCES metingen.toestemmingsteksten (doel, versie),
  CONSTRAINT nobody_is_only_for_withdrawn CHECK (pseudoniem IS NOT NULL OR ingetrokken_op IS NOT NULL)
);
CREATE UNIQUE INDEX one_toestemming_per_doel ON metingen.toestemmingen (pseudoniem, doel) WHERE ingetrokken_op IS NULL;
CREATE INDEX toestemmingen_by_pseudoniem ON metingen.toestemmingen (pseudoniem, id);

CREATE TABLE metingen.arrangementen (
  id             uuid PRIMARY KEY,
  -- The guide's organisation.
  partner_id     uuid NOT NULL,
  version        bigint NOT NULL CHECK (version >= 1),
  pseudoniem     uuid,
  doelgroep      text NOT NULL CHECK (doelgroep IN ('bewoner', 'werknemer', 'ondernemer')),
  gebied         text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  status         text NOT NULL CHECK (status IN ('voorgesteld', 'overeengekomen', 'lopend', 'afgerond', 'gestopt')),
  -- The version that both agreed to last.
  geldende_versie integer CHECK (geldende_versie >= 1),
  vragenlijsten  text[] NOT NULL CHECK (cardinality(vragenlijsten) BETWEEN 1 AND 5),
  aangemaakt_op  timestamptz NOT NULL,
  start_datum    date,
  beeindigd_op   timestamptz,
  gewist_op      timestamptz,
  CONSTRAINT somebody_until_forgotten CHECK ((pseudoniem IS NULL) = (gewist_op IS NOT NULL)),
  CONSTRAINT agreed_has_a_version CHECK (status NOT IN ('overeengekomen', 'lopend', 'afgerond') OR geldende_versie IS NOT NULL),
  CONSTRAINT running_has_a_day CHECK (status NOT IN ('lopend', 'afgerond') OR start_datum IS NOT NULL),
  CONSTRAINT ended_has_a_moment CHECK ((status IN ('afgerond', 'gestopt')) = (beeindigd_op IS NOT NULL))
);
-- Two at once would count one person twice in the figures of a group.
CREATE UNIQUE INDEX one_running_arrangement ON metingen.arrangementen (pseudoniem) WHERE status = 'lopend';
CREATE UNIQUE INDEX one_arrangement_per_guide ON metingen.arrangementen (partner_id, pseudoniem) WHERE status IN ('voorgesteld', 'overeengekomen', 'lopend');
CREATE INDEX arrangementen_by_partner ON metingen.arrangementen (partner_id, id);
CREATE INDEX arrangementen_by_pseudoniem ON metingen.arrangementen (pseudoniem, id);

-- What the two agree to. A new version replaces one that nobody agreed to yet.
CREATE TABLE metingen.arrangement_versies (
  arrangement_id uuid NOT NULL REFERENCES metingen.arrangementen (id),
  versie         integer NOT NULL CHECK (versie BETWEEN 1 AND 100),
  -- The goal in their own words, until the person is forgotten.
  doel           text CHECK (char_length(doel) BETWEEN 1 AND 1000),
  voorgesteld_op timestamptz NOT NULL,
  ingestemd_op   timestamptz,
  PRIMARY KEY (arrangement_id, versie)
);
CREATE TABLE metingen.arrangement_activiteiten (
  arrangement_id uuid NOT NULL,
  versie         integer NOT NULL,
  activiteit_id  uuid NOT NULL REFERENCES activiteiten (id),
  PRIMARY KEY (arrangement_id, versie, activiteit_id),
  FOREIGN KEY (arrangement_id, versie) REFERENCES metingen.arrangement_versies (arrangement_id, versie)
);
CREATE INDEX arrangement_activiteiten_by_activiteit ON metingen.arrangement_activiteiten (activiteit_id, arrangement_id);

-- When to measure, and that it was done: all that a guide sees of it.
CREATE TABLE metingen.meetmomenten (
  arrangement_id uuid NOT NULL REFERENCES metingen.arrangementen (id),
  maanden        integer NOT NULL CHECK (maanden IN (0, 3, 6, 12)),
  opent_datum    date NOT NULL,
  sluit_datum    date NOT NULL,
  gedaan         boolean NOT NULL DEFAULT false,
  PRIMARY KEY (arrangement_id, maanden),
  CHECK (opent_datum <= sluit_datum)
);
CREATE INDEX meetmomenten_due ON metingen.meetmomenten (sluit_datum, arrangement_id) WHERE NOT gedaan;

CREATE TABLE metingen.metingen (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL CHECK (version >= 1),
  pseudoniem      uuid NOT NULL,
  arrangement_id  uuid NOT NULL,
  maanden         integer NOT NULL,
  ingediend_datum date NOT NULL,
  ingediend_op    timestamptz NOT NULL,
  FOREIGN KEY (arrangement_id, maanden) REFERENCES metingen.meetmomenten (arrangement_id, maanden),
  CONSTRAINT one_meting_per_moment UNIQUE (arrangement_id, maanden)
);
CREATE INDEX metingen_by_pseudoniem ON metingen.metingen (pseudoniem, id);

CREATE TABLE metingen.antwoorden (
  meting_id          uuid NOT NULL REFERENCES metingen.metingen (id) ON DELETE CASCADE,
  vragenlijst        text NOT NULL,
  vragenlijst_versie integer NOT NULL,
  -- The answers by the code of their question.
  waarden            jsonb NOT NULL,
  PRIMARY KEY (meting_id, vragenlijst),
  FOREIGN KEY (vragenlijst, vragenlijst_versie) REFERENCES metingen.vragenlijsten (code, versie)
);
-- One row per dimension; "totaal" for a questionnaire that has one score.
CREATE TABLE metingen.scores (
  meting_id   uuid NOT NULL,
  vragenlijst text NOT NULL,
  dimensie    text NOT NULL CHECK (char_length(dimensie) BETWEEN 1 AND 40),
  score       numeric(7, 2) NOT NULL,
  PRIMARY KEY (meting_id, vragenlijst, dimensie),
  FOREIGN KEY (meting_id, vragenlijst) REFERENCES metingen.antwoorden (meting_id, vragenlijst) ON DELETE CASCADE
);

-- How an activity was, asked after the first, the third and the last time.
CREATE TABLE metingen.ervaringen (
  id             uuid PRIMARY KEY,
  pseudoniem     uuid NOT NULL,
  arrangement_id uuid NOT NULL REFERENCES metingen.arrangementen (id),
  activiteit_id  uuid NOT NULL REFERENCES activiteiten (id),
  keer           text NOT NULL CHECK (keer IN ('eerste', 'derde', 'laatste')),
  cijfer         integer NOT NULL CHECK (cijfer BETWEEN 1 AND 5),
  woorden        text[] NOT NULL CHECK (cardinality(woorden) <= 5),
  opmerking      text CHECK (char_length(opmerking) BETWEEN 1 AND 500),
  gegeven_datum  date NOT NULL,
  CONSTRAINT one_ervaring_per_keer UNIQUE (arrangement_id, activiteit_id, keer)
);
CREATE INDEX ervaringen_by_pseudoniem ON metingen.ervaringen (pseudoniem, id);
CREATE INDEX ervaringen_by_activiteit ON metingen.ervaringen (activiteit_id);

-- All that figures of groups may be made of: scores of people who say yes to that at this moment. Withdrawal empties it at once.
CREATE VIEW metingen.voor_groepen AS
SELECT meting.pseudoniem, meting.arrangement_id, arrangement.partner_id, arrangement.gebied, arrangement.doelgroep, arrangement.status AS arrangement_status,
  meting.maanden, antwoord.vragenlijst, antwoord.vragenlijst_versie, score.dimensie, score.score, meting.ingediend_datum,
  ARRAY(SELECT gekozen.activiteit_id
        FROM metingen.arrangement_activiteiten gekozen
        WHERE gekozen.arrangement_id = arrangement.id AND gekozen.versie = arrangement.geldende_versie
        ORDER BY gekozen.activiteit_id) AS activiteit_ids
FROM metingen.metingen meting
JOIN metingen.arrangementen arrangement ON arrangement.id = meting.arrangement_id
JOIN metingen.antwoorden antwoord ON antwoord.meting_id = meting.id
JOIN metingen.scores score ON score.meting_id = antwoord.meting_id AND score.vragenlijst = antwoord.vragenlijst
WHERE EXISTS (
  SELECT FROM metingen.toestemmingen toestemming
  WHERE toestemming.pseudoniem = meting.pseudoniem AND toestemming.doel = 'groepscijfers' AND toestemming.ingetrokken_op IS NULL);

-- The same for how activities were: no remarks, which are for the one who wrote them.
CREATE VIEW metingen.ervaringen_voor_groepen AS
SELECT ervaring.pseudoniem, ervaring.arrangement_id, ervaring.activiteit_id, arrangement.gebied, arrangement.doelgroep, ervaring.keer, ervaring.cijfer,
  ervaring.woorden, ervaring.gegeven_datum
FROM metingen.ervaringen ervaring
JOIN metingen.arrangementen arrangement ON arrangement.id = ervaring.arrangement_id
WHERE EXISTS (
  SELECT FROM metingen.toestemmingen toestemming
  WHERE toestemming.pseudoniem = ervaring.pseudoniem AND toestemming.doel = 'groepscijfers' AND toestemming.ingetrokken_op IS NULL);
