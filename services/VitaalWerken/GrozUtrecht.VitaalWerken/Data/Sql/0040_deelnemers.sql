-- Who takes part in a programme, under a random pseudonym that only their own key leads to. Nothing here has a time of day, a sequence
-- or a day of one person: what is counted per day is a number, without anybody in it.
CREATE TABLE medewerkers.deelnames (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programma_id  uuid NOT NULL,
  sleutel_hash  bytea NOT NULL UNIQUE CHECK (octet_length(sleutel_hash) = 32)
);
CREATE INDEX deelnames_by_programma ON medewerkers.deelnames (programma_id);

-- How many are registered for a session, beside how many fit.
CREATE TABLE medewerkers.sessieplaatsen (
  sessie_sleutel  uuid PRIMARY KEY,
  programma_id    uuid NOT NULL,
  capaciteit      integer NOT NULL,
  bezet           integer NOT NULL,
  CONSTRAINT no_more_than_fit CHECK (bezet BETWEEN 0 AND capaciteit)
);
CREATE INDEX sessieplaatsen_by_programma ON medewerkers.sessieplaatsen (programma_id);

CREATE TABLE medewerkers.aanmeldingen (
  deelname_id     uuid NOT NULL REFERENCES medewerkers.deelnames (id) ON DELETE CASCADE,
  sessie_sleutel  uuid NOT NULL REFERENCES medewerkers.sessieplaatsen (sessie_sleutel),
  PRIMARY KEY (deelname_id, sessie_sleutel)
);
CREATE INDEX aanmeldingen_by_sessie ON medewerkers.aanmeldingen (sessie_sleutel);

CREATE TABLE medewerkers.aanwezigheden (
  deelname_id     uuid NOT NULL REFERENCES medewerkers.deelnames (id) ON DELETE CASCADE,
  sessie_sleutel  uuid NOT NULL,
  PRIMARY KEY (deelname_id, sessie_sleutel)
);

-- The marks of one person for one subject beside each other, so that a report adds up rows and pairs nothing.
CREATE TABLE medewerkers.polsantwoorden (
  deelname_id   uuid NOT NULL REFERENCES medewerkers.deelnames (id) ON DELETE CASCADE,
  onderwerp     text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  start         smallint CHECK (start BETWEEN 0 AND 10),
  midden        smallint CHECK (midden BETWEEN 0 AND 10),
  einde         smallint CHECK (einde BETWEEN 0 AND 10),
  PRIMARY KEY (deelname_id, onderwerp),
  CHECK (num_nonnulls(start, midden, einde) > 0)
);

CREATE TABLE medewerkers.ervaringen (
  deelname_id   uuid PRIMARY KEY REFERENCES medewerkers.deelnames (id) ON DELETE CASCADE,
  cijfer        smallint NOT NULL CHECK (cijfer BETWEEN 1 AND 10),
  aanraden      boolean NOT NULL
);

-- What the numbers that are shown while a programme runs are made of: how much a day added or took away. No session is the enrolment itself.
CREATE TABLE medewerkers.tellingen (
  programma_id    uuid NOT NULL,
  sessie_sleutel  uuid,
  datum           date NOT NULL,
  saldo           integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (programma_id, sessie_sleutel, datum)
);

-- What the codes that are shown at the sessions of a programme are derived from.
CREATE TABLE medewerkers.programmageheimen (
  programma_id  uuid PRIMARY KEY,
  geheim        bytea NOT NULL CHECK (octet_length(geheim) = 32)
);
