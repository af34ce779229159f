-- What the employer sees, version after version; the last one counts.
CREATE TABLE bedrijfsscans (
  bedrijf_id           uuid NOT NULL REFERENCES bedrijven (id),
  version              bigint NOT NULL CHECK (version >= 1),
  onderwerpen          text[] NOT NULL CHECK (cardinality(onderwerpen) BETWEEN 1 AND 40),
  urgenties            integer[] NOT NULL CHECK (0 <= ALL (urgenties) AND 3 >= ALL (urgenties)),
  gereedheden          integer[] NOT NULL CHECK (0 <= ALL (gereedheden) AND 3 >= ALL (gereedheden)),
  vormen               text[] NOT NULL CHECK (cardinality(vormen) <= 20),
  maximum_prijs_centen bigint CHECK (maximum_prijs_centen BETWEEN 0 AND 10000000),
  groepsgrootte        integer CHECK (groepsgrootte BETWEEN 1 AND 500),
  -- As in aanbod.beschikbaar; 0 says nothing about it.
  dagdelen             integer NOT NULL CHECK (dagdelen BETWEEN 0 AND 2097151),
  ingevuld_op          timestamptz NOT NULL,
  PRIMARY KEY (bedrijf_id, version),
  CHECK (cardinality(onderwerpen) = cardinality(urgenties) AND cardinality(onderwerpen) = cardinality(gereedheden))
);

-- What employees see. Opened and closed by a coordinator; the figures are made once.
CREATE TABLE medewerkersscans (
  id               uuid PRIMARY KEY,
  bedrijf_id       uuid NOT NULL REFERENCES bedrijven (id),
  status           text NOT NULL CHECK (status IN ('open', 'gesloten')),
  -- The last day on which answers count.
  sluit_datum      date NOT NULL,
  groepen          text[] NOT NULL CHECK (cardinality(groepen) = 0 OR cardinality(groepen) BETWEEN 2 AND 10),
  codes_maximum    integer NOT NULL CHECK (codes_maximum BETWEEN 15 AND 2000),
  codes_uitgegeven integer NOT NULL DEFAULT 0,
  geopend_op       timestamptz NOT NULL,
  gesloten_op      timestamptz,
  aantal           integer CHECK (aantal >= 15 AND aantal % 5 = 0),
  CHECK (codes_uitgegeven BETWEEN 0 AND codes_maximum),
  CHECK ((status = 'gesloten') = (gesloten_op IS NOT NULL)),
  CHECK (aantal IS NULL OR status = 'gesloten')
);
CREATE UNIQUE INDEX medewerkersscans_one_open ON medewerkersscans (bedrijf_id) WHERE status = 'open';
CREATE INDEX medewerkersscans_by_bedrijf ON medewerkersscans (bedrijf_id, id);
CREATE INDEX medewerkersscans_to_close ON medewerkersscans (sluit_datum) WHERE status = 'open';

-- One answer of somebody. No time, no order, no link to a code; gone once the figures are made.
CREATE TABLE medewerkers.scanantwoorden (
  id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  scan_id  uuid NOT NULL REFERENCES medewerkersscans (id),
  -- From 1, the place in medewerkersscans.groepen; 0 when the scan has no groups.
  groep    integer NOT NULL CHECK (groep BETWEEN 0 AND 10),
  -- In the order of the subjects.
  cijfers  integer[] NOT NULL CHECK (cardinality(cijfers) BETWEEN 1 AND 40 AND 0 <= ALL (cijfers) AND 10 >= ALL (cijfers)),
  wensen   text[] NOT NULL CHECK (cardinality(wensen) <= 3)
);
CREATE INDEX scanantwoorden_by_scan ON medewerkers.scanantwoorden (scan_id);

-- The figures: groep 0 is everybody.
CREATE TABLE medewerkersscangroepen (
  scan_id    uuid NOT NULL REFERENCES medewerkersscans (id),
  groep      integer NOT NULL CHECK (groep BETWEEN 1 AND 10),
  aantal     integer NOT NULL CHECK (aantal >= 15 AND aantal % 5 = 0),
  PRIMARY KEY (scan_id, groep)
);
CREATE TABLE medewerkersscancijfers (
  scan_id    uuid NOT NULL REFERENCES medewerkersscans (id),
  groep      integer NOT NULL CHECK (groep BETWEEN 0 AND 10),
  onderwerp  text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  gemiddeld  numeric(3, 1) NOT NULL CHECK (gemiddeld BETWEEN 0 AND 10),
  PRIMARY KEY (scan_id, groep, onderwerp)
);
CREATE TABLE medewerkersscanwensen (
  scan_id    uuid NOT NULL REFERENCES medewerkersscans (id),
  onderwerp  text NOT NULL CHECK (char_length(onderwerp) BETWEEN 1 AND 40),
  aantal     integer NOT NULL CHECK (aantal >= 15 AND aantal % 5 = 0),
  PRIMARY KEY (scan_id, onderwerp)
);

-- What was published stays as it was: a second figure beside the first would tell who made the difference.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'figures of % are made once', TG_TABLE_NAME;
END $$;
CREATE TRIGGER medewerkersscangroepen_once BEFORE UPDATE OR DELETE ON medewerkersscangroepen FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER medewerkersscancijfers_once BEFORE UPDATE OR DELETE ON medewerkersscancijfers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER medewerkersscanwensen_once BEFORE UPDATE OR DELETE ON medewerkersscanwensen FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER inspiratiebelangstelling_once BEFORE UPDATE OR DELETE ON inspiratiebelangstelling FOR EACH ROW EXECUTE FUNCTION refuse_change();
