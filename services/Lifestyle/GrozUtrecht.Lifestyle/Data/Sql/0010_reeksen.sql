-- Series of sessions. What is planned already stands in sessies; this is the rule by which it goes on.
CREATE TABLE reeksen (
  id                       uuid PRIMARY KEY,
  activiteit_id            uuid NOT NULL REFERENCES activiteiten (id),
  partner_id               uuid NOT NULL,
  version                  bigint NOT NULL CHECK (version >= 1),
  frequentie               text NOT NULL CHECK (frequentie IN ('dagelijks', 'wekelijks', 'maandelijks')),
  elke                     integer NOT NULL CHECK (elke BETWEEN 1 AND 52),
  weekdagen                text[] NOT NULL CHECK (cardinality(weekdagen) <= 7 AND weekdagen <@ ARRAY[
                             'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']),
  -- -1 is the last day, however long the month.
  dag_van_maand            integer CHECK (dag_van_maand BETWEEN 1 AND 31 OR dag_van_maand = -1),
  week_van_maand           text CHECK (week_van_maand IN ('eerste', 'tweede', 'derde', 'vierde', 'laatste')),
  vanaf                    date NOT NULL,
  tot                      date,
  aantal                   integer CHECK (aantal BETWEEN 1 AND 500),
  -- On a clock on the wall, so that it stays what it is when the clock changes.
  begintijd                text NOT NULL CHECK (begintijd ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  duur_minuten             integer NOT NULL CHECK (duur_minuten BETWEEN 15 AND 720),
  overslaan_in_vakanties   boolean NOT NULL,
  overslaan_op_feestdagen  boolean NOT NULL,
  -- The first day for which nothing was decided yet, and how many sessions of "aantal" there are before it.
  gepland_tot              date NOT NULL,
  aantal_gepland           integer NOT NULL CHECK (aantal_gepland >= 0),
  aangemaakt_op            timestamptz NOT NULL,
  gewijzigd_op             timestamptz NOT NULL,
  CONSTRAINT one_end_at_most CHECK (tot IS NULL OR aantal IS NULL)
);
CREATE INDEX reeksen_by_activiteit ON reeksen (activiteit_id, id);
CREATE INDEX reeksen_to_extend ON reeksen (gepland_tot) WHERE (tot IS NULL OR tot >= gepland_tot) AND (aantal IS NULL OR aantal_gepland < aantal);

-- Days without a session although the rule names them: taken out by hand, or in the way of another session when their turn came.
CREATE TABLE reeks_uitzonderingen (
  reeks_id uuid NOT NULL REFERENCES reeksen (id),
  dag      date NOT NULL,
  reden    text NOT NULL CHECK (reden IN ('overgeslagen', 'botst')),
  PRIMARY KEY (reeks_id, dag)
);

ALTER TABLE sessies
  ADD CONSTRAINT a_session_of_a_series FOREIGN KEY (reeks_id) REFERENCES reeksen (id),
  -- SEQUENCE of RFC 5545: a calendar takes over a change only when this grew.
  ADD COLUMN agenda_volgnummer integer NOT NULL DEFAULT 0;
CREATE INDEX sessies_by_begin ON sessies (begint_op);

CREATE FUNCTION count_agenda_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.agenda_volgnummer := OLD.agenda_volgnummer + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER count_agenda_changes BEFORE UPDATE OF begint_op, eindigt_op, sessie_status, postcode, locatienaam ON sessies
  FOR EACH ROW WHEN ((OLD.begint_op, OLD.eindigt_op, OLD.sessie_status, OLD.postcode, OLD.locatienaam)
                     IS DISTINCT FROM (NEW.begint_op, NEW.eindigt_op, NEW.sessie_status, NEW.postcode, NEW.locatienaam))
  EXECUTE FUNCTION count_agenda_changes();
